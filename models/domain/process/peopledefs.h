// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/condition.h"

#include <QStringList>

// Severities and who takes part (vocabulary 3) as plain values. Ids are the process's own words.
namespace fireline::domain {

struct SeverityDef
{
    QString id;
    int rank = 1; ///< 1 (worst) to 5: shape and colour only
    QString name;
    QStringList definition;
    QStringList examples;
    QStringList expect;
    Hours hours = Hours::Always;
    int line = 0;
};

struct RoleDef
{
    QString id;
    QString name;
    QStringList aliases;
    bool commands = false; ///< exactly one role has it
    bool single = true;    ///< one holder at a time
    QStringList required;  ///< severities that need it
    bool recommended = false;
    QStringList duties;
    QStringList avoid;
    int line = 0;
};

struct ContactDef
{
    QString id;
    QString name;
    ContactKind kind = ContactKind::Person;
    QString via; ///< system id
    int level = 0;
    QString phone; ///< as it is dialled; empty where the process does not say
    QString mail;
    QString handle; ///< name in a chat: "@db-oncall"
    int line = 0;
};

struct AudienceDef
{
    QString id;
    QString name;
    bool outside = false;
    QString via;
    QStringList states; ///< words a status update may carry, in order
    int line = 0;
};

} // namespace fireline::domain
