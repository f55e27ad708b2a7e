// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "status/statuspage.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace fireline::views {

class FieldRow;
class MessageEdit;
class Spelling;
class Theme;

/// The form of one audience: its state, the questions of the process, and further words. Stays as long as the panel, so that
/// what was typed can be undone after a look at another audience. GUI thread; owned by its parent.
class StatusForm : public QWidget
{
    Q_OBJECT
public:
    StatusForm(Spelling &spelling, Theme &theme, QWidget *parent = nullptr);

    void show(const models::StatusPage &page);
    /// Where the keyboard goes: what is missing first, else the first question.
    [[nodiscard]] QWidget *firstFocus() const;
    /// What Tab comes to first.
    [[nodiscard]] QWidget *firstStop() const;

signals:
    void stateChosen(const QString &word);
    void fieldEdited(const QString &id, const QString &text);
    void freeEdited(const QString &text);
    /// The open questions are to say what was said before.
    void beforeWanted();

private:
    void showState(const models::StatusPage &page);
    void showFields(const models::StatusPage &page);
    void orderTabs();

    Spelling &m_spelling;
    Theme &m_theme;
    QWidget *m_stateRow;
    QComboBox *m_state;
    QPushButton *m_before;
    QVBoxLayout *m_rows;
    QHash<QString, FieldRow *> m_fields;
    QStringList m_shown;
    bool m_ordered = false;
    QString m_missing; ///< the first question without an answer
    QLabel *m_freeName;
    MessageEdit *m_free;
};

} // namespace fireline::views
