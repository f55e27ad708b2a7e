// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingspage.h"

#include <QList>
#include <QPair>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fireline::views {

/// Something to choose from: id and translated name.
using NamedChoices = QList<QPair<QString, QString>>;

/// Who works here, under which process, in which language, and what is there at the start.
class GeneralPage : public SettingsPage
{
    Q_OBJECT
public:
    GeneralPage(const NamedChoices &processes, const NamedChoices &languages, QWidget *parent = nullptr);

    void load(const models::Preferences &preferences) override;
    void take(models::Preferences &preferences) const override;
    /// What is wrong with the address of the shared backend, or became of a password that was given.
    void sayOfBackend(const QString &text);

signals:
    /// For that address; it stands in no preference.
    void passwordGiven(const QString &address, const QString &password);
    void forgetPasswordRequested(const QString &address);
    /// Whether that address leads anywhere.
    void tryBackendRequested(const QString &address);

private:
    void build(const NamedChoices &processes, const NamedChoices &languages);
    void buildSpelling();
    void buildBackend();

    QLineEdit *m_name = nullptr;
    QLineEdit *m_backend = nullptr;
    QLineEdit *m_password = nullptr;
    QPushButton *m_forget = nullptr;
    QPushButton *m_try = nullptr;
    QLabel *m_passwordNote = nullptr;
    QComboBox *m_process = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_spelling = nullptr;
    QCheckBox *m_reopen = nullptr;
    QCheckBox *m_keepRecent = nullptr;
    QCheckBox *m_keepAwake = nullptr;
    QCheckBox *m_hideDetails = nullptr;
};

} // namespace fireline::views
