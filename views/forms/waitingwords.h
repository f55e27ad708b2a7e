// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace fireline::views {

class KeptForm;
class Theme;

/// Says which words were typed into a panel's forms and are not in the record, also by an earlier window, and leads back to the
/// first of them; where what they were about is gone, they go into quick entry. There while they are closed. GUI thread;
/// owned by the panel; forms and theme outlive it.
class WaitingWords : public QWidget
{
    Q_OBJECT
public:
    /// `name` begins the names of its objects: "reviewWaiting".
    WaitingWords(const QString &name, KeptForm &form, Theme &theme, QWidget *parent = nullptr);
    /// Of a panel with several forms.
    WaitingWords(const QString &name, const QList<KeptForm *> &forms, Theme &theme, QWidget *parent = nullptr);

signals:
    /// The form with this id is to be opened again, where it still can be.
    void resumeRequested(const QString &id);
    /// It was not: the words as one line.
    void entryRequested(const QString &line);

private:
    void resume();
    void follow();
    void showTheme();

    [[nodiscard]] bool isOpen(const QString &id) const;

    QList<KeptForm *> m_forms;
    Theme &m_theme;
    QLabel *m_text;
    QPushButton *m_resume;
    QString m_first;
};

} // namespace fireline::views
