// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace fireline::views {

class Theme;

/// What stands in the place of the strip or of the timeline while the record is being read: one sentence, and shapes of what
/// will stand there. GUI thread; owned by the window.
class ReadingPage : public QWidget
{
    Q_OBJECT
public:
    enum class Place { Strip, Rows };

    ReadingPage(Place place, Theme &theme, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Place m_place;
    Theme &m_theme;
    QString m_text;
};

} // namespace fireline::views
