// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace fireline::views {

class ActionRegistry;

/// The situation report to be read and copied, for who only looks on. GUI thread; owned by the window.
class SitrepPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SitrepPanel(QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;
    /// What was selected or scrolled to stays where it can.
    void setText(const QString &text);

signals:
    void readChanged(bool isRead);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void copy();

    QPlainTextEdit *m_text;
};

} // namespace fireline::views
