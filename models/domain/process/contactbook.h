// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::domain {

struct Process;

/// How somebody is reached. A value.
struct ContactWays
{
    QString phone; ///< as it is dialled
    QString mail;
    QString handle;   ///< name in a chat
    bool own = false; ///< some of it comes from a person's own notes

    [[nodiscard]] bool isEmpty() const { return phone.isEmpty() && mail.isEmpty() && handle.isEmpty(); }
    bool operator==(const ContactWays &) const = default;
};

/// One note of a person on how somebody is reached. A value.
struct OwnContact
{
    QString who;     ///< id, alias or name of a role or contact, or a person's name; letter case does not count
    QString process; ///< id of the process it is for; empty: each
    ContactWays ways;
    int line = 0; ///< of the file it stands in

    bool operator==(const OwnContact &) const = default;
};

/// A person's own numbers of those who are called: laid over what the process says wherever it is shown, and never part of a
/// command, an event, an export or the shared backend. A value; any thread.
class ContactBook
{
public:
    ContactBook() = default;
    explicit ContactBook(QList<OwnContact> contacts) : m_contacts(std::move(contacts)) { }

    /// How `who` (a role, a contact or a person) is reached. Each way by the note for this process, else by that for each
    /// process, else as the process says.
    [[nodiscard]] ContactWays waysTo(const QString &who, const Process &process) const;
    [[nodiscard]] const QList<OwnContact> &contacts() const { return m_contacts; }

    bool operator==(const ContactBook &) const = default;

private:
    QList<OwnContact> m_contacts;
};

} // namespace fireline::domain
