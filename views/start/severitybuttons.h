// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "start/severitychoices.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace fireline::views {

class Theme;

/// A process's severities, worst first, each with its definition and examples. A digit moves to one, Enter or a click chooses
/// it. GUI thread; part of the new incident form.
class SeverityButtons : public QWidget
{
    Q_OBJECT
public:
    explicit SeverityButtons(Theme &theme, QWidget *parent = nullptr);

    /// `unassessed`: a last button for "not assessed yet".
    void setChoices(const QList<models::SeverityChoice> &choices, bool unassessed);
    /// The n-th, 0 the worst; beyond the last one nothing happens.
    void focusChoice(int number);
    /// Moves the buttons behind `last` in the tab order; the last of them, or `last` where there are none.
    QWidget *chainAfter(QWidget *last) const;
    QSize minimumSizeHint() const override;

signals:
    /// Empty id: not assessed yet.
    void chosen(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChoice(const models::SeverityChoice &choice);
    void addUnassessed();
    QPushButton *addRow(QPushButton *button, const QString &id, const QString &definition, const QString &examples);
    void restyle();
    /// Words beside the buttons, or below them where it is narrow.
    void arrange();

    Theme &m_theme;
    QGridLayout *m_grid;
    QList<QPushButton *> m_buttons;
    QList<QLabel *> m_definitions;
    QList<QLabel *> m_examples;
    int m_widest = 0; ///< of the buttons
    bool m_narrow = false;
};

} // namespace fireline::views
