// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingspage.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fireline::views {

/// Which monitoring systems are asked, and how one signs in there. One is shown at a time. Secrets are given away and stand in no
/// preference; what is not complete yet stays here alone.
class SourcesPage : public SettingsPage
{
    Q_OBJECT
public:
    /// What the password store keeps of a source.
    enum class SecretKind { First, Second, KeyFile };
    Q_ENUM(SecretKind)

    explicit SourcesPage(QWidget *parent = nullptr);

    void load(const models::Preferences &preferences) override;
    void take(models::Preferences &preferences) const override;
    /// What came back when that source was tried, or became of a secret; nothing where another one is shown by now.
    void say(const fireline::models::MonitoringSource &source, const QString &text);

signals:
    void tryRequested(const fireline::models::MonitoringSource &source);
    /// For that source: its password, token or first key; its second key or the passphrase; or the path of a file with the key of the
    /// certificate, which goes into the password store as a whole.
    void secretGiven(const fireline::models::MonitoringSource &source, fireline::views::SourcesPage::SecretKind kind,
                     const QString &secret);
    /// Nobody asks it any more.
    void removed(const fireline::models::MonitoringSource &source);

private:
    void build();
    void buildList();
    void buildFields(); // sourcespage_fields.cpp
    QLineEdit *line(const QString &name, const QString &words, const QString &help, bool secret = false);
    void connectFields();
    void add();
    void remove();
    void show(int index);
    void showNames();
    void showFields();
    void takeFields();
    void give(QLineEdit *line, SecretKind kind);
    void tryIt();
    void sayOfNow(const QString &text);
    [[nodiscard]] QString whyNot(int index) const;
    [[nodiscard]] QList<models::MonitoringSource> complete() const;

    QList<models::MonitoringSource> m_sources; ///< incomplete ones too
    bool m_loaded = false;
    int m_now = -1; ///< the one that is shown
    QComboBox *m_list = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_try = nullptr;
    QFormLayout *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_address = nullptr;
    QComboBox *m_signIn = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_first = nullptr;
    QLineEdit *m_second = nullptr;
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_keyFile = nullptr;
    QLineEdit *m_authorities = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace fireline::views
