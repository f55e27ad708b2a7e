// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>

namespace fireline::desktop {

/// Passwords of the person who sits here, in the password store of their desktop (Secret Service or KWallet, by QtKeychain): never in a
/// file of ours, never in a log. Where none runs, one is remembered until the program ends. Asked asynchronously; GUI thread; owned by
/// the program.
class PasswordStore : public QObject
{
    Q_OBJECT
public:
    explicit PasswordStore(QObject *parent = nullptr);
    ~PasswordStore() override;

    /// Whether one could run here at all; whether it answers shows only when it is asked.
    [[nodiscard]] static bool isThere();

    /// The password for that address; empty where none is known, or the store does not answer within ten seconds. At once where no
    /// store has to be asked; nothing once `receiver` is gone.
    using Answer = std::function<void(const QString &password)>;
    void read(const QString &address, QObject *receiver, const Answer &answer);

    /// Keeps it; an empty one is forgotten. `whyNot`: why it is remembered only until the program ends, or could not be forgotten there,
    /// for people; empty: it is in the store, or gone from it.
    using Kept = std::function<void(const QString &whyNot)>;
    void keep(const QString &address, const QString &password, QObject *receiver, const Kept &kept);
    /// Why the password for that address is remembered only until the program ends, for people; empty: it is not, or there is none.
    [[nodiscard]] QString whyNotKept(const QString &address) const { return m_notKept.value(address); }

private:
    QHash<QString, QString> m_remembered; ///< by address, of this run
    QHash<QString, QString> m_notKept;    ///< by address of those of them that are in no store: why
};

} // namespace fireline::desktop
