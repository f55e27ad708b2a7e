// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace fireline::views {

/// The list of hypotheses, decisions and mitigations: Space tells more, letters are commands. GUI thread; made by its panel.
class DecisionsView : public QListView
{
    Q_OBJECT
public:
    explicit DecisionsView(QWidget *parent = nullptr);

    void keyboardSearch(const QString &) override { }
    /// The first row that is not a heading.
    void selectFirst();

signals:
    void detailsRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace fireline::views
