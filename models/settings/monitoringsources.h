// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::models {

/// A monitoring system that is asked, as a person set it up (HDF-8). No secret is in it: those are in the desktop's password store. A
/// value; any thread.
struct MonitoringSource
{
    enum class Kind { Prometheus, Alertmanager, Datadog };
    enum class SignIn { None, Password, Token, Keys, Certificate };

    QString name; ///< as people here call it, until they call it otherwise; no two have the same
    Kind kind = Kind::Prometheus;
    QString address; ///< http or https, without name and password
    SignIn signIn = SignIn::None;
    QString user;         ///< of Password
    QString certificate;  ///< of Certificate: path of a PEM file, without its key
    QString authorities;  ///< path of a PEM file: who is trusted beside those of the computer; may be empty
    QString knownAs = {}; ///< by which graphs know it, whatever it is called now; empty: its name

    bool operator==(const MonitoringSource &) const = default;
};

/// By which graphs remember it. No two have the same.
[[nodiscard]] QString lastingName(const MonitoringSource &source);
/// Both are the same system, asked in the same way, whatever people call it.
[[nodiscard]] bool areAskedAlike(const MonitoringSource &a, const MonitoringSource &b);
/// "Prometheus": no word of a language.
[[nodiscard]] QString systemName(MonitoringSource::Kind kind);
/// Those by which one can sign in there, the first for a new one.
[[nodiscard]] QList<MonitoringSource::SignIn> signInsOf(MonitoringSource::Kind kind);
/// What keeps it from being asked, for people; empty: nothing.
[[nodiscard]] QString whatIsMissing(const MonitoringSource &source);

/// What stands in the settings. A value.
struct KeptSources
{
    QList<MonitoringSource> sources;
    QStringList faults; ///< one sentence for each that is not used, and why
    QString written;    ///< what it was read from: what is not understood stays in the file until a person changes the list

    bool operator==(const KeptSources &) const = default;
};

/// More than these are not asked.
inline constexpr int mostMonitoringSources = 20;

/// From JSON. Strict: one with a key or a word that is not known, with an address that holds a secret, or with something missing is not
/// used, and named. Whatever the text is; pure.
[[nodiscard]] KeptSources monitoringSourcesOf(const QString &text);
/// Empty for none. Pure.
[[nodiscard]] QString textOf(const KeptSources &kept);

} // namespace fireline::models
