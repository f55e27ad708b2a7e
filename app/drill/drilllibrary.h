// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "readscenario.h"
#include "scenario.h"

#include <QList>
#include <QString>

namespace fireline::drill {

/// One scenario as a list shows it: also one that cannot be used, with the reason.
struct ScenarioInfo
{
    QString id; ///< the file's name where it could not be read
    QString title;
    QString process;
    domain::Span length; ///< from the declaration to the last step
    QString file;
    bool builtIn = false;
    bool guided = false; ///< leads a newcomer
    QList<process::Finding> findings;

    [[nodiscard]] bool usable() const { return !process::hasFaults(findings); }
};

/// The scenarios that come with the program and those of the user's folder `scenarios`. A user's file with the id of a
/// built-in one is a fault of that file (decisions 18). Reads the files at each call; one thread; owned by whoever asks.
class DrillLibrary
{
public:
    /// `configFolder` may be empty: built-in ones only. `builtInFolder` is for tests.
    DrillLibrary(QString configFolder, ProcessLookup processes, QString builtInFolder = QStringLiteral(":/scenarios"));

    /// Built-in ones first; in each group those that lead a newcomer, then by id.
    [[nodiscard]] QList<ScenarioInfo> list() const;
    /// By id, or by path where the word names a file. NotFound, Parse or Io.
    [[nodiscard]] domain::Outcome<Scenario> find(const QString &idOrFile) const;

private:
    struct Read
    {
        ScenarioInfo info;
        std::optional<Scenario> scenario;
    };
    [[nodiscard]] QList<Read> readFolder(const QString &folder, bool builtIn) const;
    [[nodiscard]] QList<Read> readAll() const;

    QString m_config;
    ProcessLookup m_processes;
    QString m_builtIn;
};

} // namespace fireline::drill
