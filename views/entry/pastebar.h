// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entry.h"

#include <QFrame>
#include <QList>

class QKeyEvent;
class QLabel;
class QListWidget;
class QPushButton;

namespace fireline::views {

class Theme;
class TimeDisplay;

/// What a paste of several lines would add, above the field: each line with its time, unreadable ones marked with the reason.
/// Enter adds, F2 puts the text into the field, Esc leaves it. Typing goes on in the field. GUI thread; owned by QuickEntry.
class PasteBar : public QFrame
{
    Q_OBJECT
public:
    PasteBar(Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void offer(const QString &text, const QList<domain::ParsedEntry> &entries);

signals:
    /// `unread` are the lines that could not be read; they go back to the person.
    void addRequested(const QList<fireline::domain::Command> &commands, const QString &unread);
    void editRequested(const QString &text);
    /// Whatever was chosen: the bar is gone, and the focus is free. Comes before the choice.
    void closed();
    /// A key that is text: it belongs to the field.
    void textTyped(QKeyEvent *event);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void add();
    void edit();
    void cancel();
    [[nodiscard]] qsizetype readable() const;
    bool takeKey(QKeyEvent *event);
    [[nodiscard]] QString rowText(const domain::ParsedEntry &entry) const;
    QPushButton *addButton(const QString &name, const QString &text, const QString &help);

    Theme &m_theme;
    TimeDisplay &m_times;
    QString m_text;
    QList<domain::ParsedEntry> m_entries;
    QLabel *m_title;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_cancel;
};

} // namespace fireline::views
