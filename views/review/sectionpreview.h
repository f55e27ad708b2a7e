// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/detailsbrowser.h"

#include <QImage>

#include <functional>

namespace fireline::views {

/// A section as its readers will see it. Follows no link and fetches nothing: its pictures are those of the record, as somebody
/// gives them. GUI thread; owned by the editor.
class SectionPreview : public DetailsBrowser
{
    Q_OBJECT
public:
    explicit SectionPreview(QWidget *parent);

    /// The attachment with this SHA-256 as a picture; null while it is not there.
    void setPictures(std::function<QImage(const QString &sha256)> pictures);
    /// The same place of the text stays in sight.
    void show(const QString &html);
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void render();

    std::function<QImage(const QString &)> m_pictures;
    QString m_html;
};

} // namespace fireline::views
