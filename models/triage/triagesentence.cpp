// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/triagemodel.h"

using namespace Qt::StringLiterals;

// Whole sentences for who hears the list instead of seeing it.
namespace fireline::models {

namespace t = models::triage;

namespace {

class Sentence
{
    Q_DECLARE_TR_FUNCTIONS(TriageModel)
public:
    static QString question(const TriageRow &row)
    {
        if (row.state != t::Open)
            return tr("%1: %2").arg(row.text, row.value);
        return row.needed ? tr("%1: not answered yet; the process asks for it").arg(row.text)
                          : tr("%1: not answered yet").arg(row.text);
    }
    static QString record(const TriageRow &row)
    {
        if (row.state == t::Answered)
            return tr("Triage record, written");
        return row.missing.isEmpty() ? tr("Triage record, ready to be written")
                                     : tr("Triage record, not complete: %1").arg(row.missing.join(u' '));
    }
    static QString proposal(const TriageRow &row)
    {
        const QString missing = row.missing.join(u", "_s);
        if (row.state == t::Waiting)
            return tr("No severity is proposed yet; answer: %1").arg(missing);
        const QString what = row.text.isEmpty() || row.text == row.id ? row.id : u"%1 %2"_s.arg(row.id, row.text);
        if (row.state == t::Current)
            return tr("The process proposes the severity that is set, %1: %2").arg(what, row.reason);
        if (row.proposes == "severity"_L1)
            return tr("The process proposes severity %1: %2").arg(what, row.reason);
        if (row.proposes == "phase"_L1)
            return tr("The process proposes the phase %1: %2").arg(row.text, row.reason);
        return tr("The process proposes %1 for %2: %3").arg(row.value, row.text, row.reason);
    }
    static QString severity(const TriageRow &row)
    {
        const QString what = row.text.isEmpty() ? row.id : u"%1 %2"_s.arg(row.id, row.text);
        const QString means = row.definition.join(u' ');
        if (row.state == t::Current)
            return tr("Severity %1, set now. %2").arg(what, means);
        return row.state == t::Proposed ? tr("Severity %1, proposed. %2").arg(what, means)
                                        : tr("Severity %1. %2").arg(what, means);
    }
    static QString impact(const TriageRow &row)
    {
        if (row.state == t::Open)
            return tr("%1: not stated").arg(row.text);
        return row.value.isEmpty() ? tr("%1 at %2").arg(row.text, row.at.toRfc3339()) : tr("%1: %2").arg(row.text, row.value);
    }
    static QString flag(const TriageRow &row)
    {
        const QString effects = row.setsOff.join(u". "_s);
        if (row.state == t::Set)
            return effects.isEmpty() ? tr("Flag %1, set").arg(row.text)
                                     : tr("Flag %1, set. It set off: %2").arg(row.text, effects);
        return effects.isEmpty() ? tr("Flag %1, not set").arg(row.text)
                                 : tr("Flag %1, not set. It would set off: %2").arg(row.text, effects);
    }
    static QString pattern(const TriageRow &row)
    {
        const QString effects = row.setsOff.join(u". "_s);
        if (row.state == t::Complete)
            return tr("%1: complete with %2. The process says: %3").arg(row.text, row.items.join(u", "_s), effects);
        return tr("%1: %2 of %3. When it is complete the process says: %4")
            .arg(row.text)
            .arg(row.alike)
            .arg(row.alikeNeeded)
            .arg(effects);
    }
    static QString report(const TriageRow &row)
    {
        if (row.state == t::Retracted)
            return tr("Customer report %1, taken out of the record: %2").arg(row.id, row.text);
        QStringList more;
        for (qsizetype i = 0; i + 1 < row.details.size(); i += 2)
            more.append(u"%1 %2"_s.arg(row.details.at(i), row.details.at(i + 1)));
        return more.isEmpty() ? tr("Customer report %1: %2").arg(row.id, row.text)
                              : tr("Customer report %1: %2. %3").arg(row.id, row.text, more.join(u", "_s));
    }
    static QString alert(const TriageRow &row)
    {
        QStringList more{row.state == t::Answered   ? tr("acknowledged")
                         : row.state == t::Waiting  ? tr("silenced")
                         : row.state == t::Complete ? tr("over")
                                                    : tr("firing")};
        for (qsizetype i = 0; i + 1 < row.details.size(); i += 2)
            more.append(u"%1: %2"_s.arg(row.details.at(i), row.details.at(i + 1)));
        return tr("Alert %1: %2. %3").arg(row.id, row.text, more.join(u", "_s));
    }
    static QString need(const TriageRow &row)
    {
        if (row.state == t::Answered)
            return row.reason.isEmpty() ? tr("%1: met").arg(row.text) : tr("%1: met, confirmed").arg(row.text);
        if (!row.needed)
            return row.reason.isEmpty() ? tr("%1: not met yet").arg(row.text)
                                        : tr("%1: not met yet, type %2").arg(row.text, row.reason);
        return row.value.isEmpty() ? tr("%1: not confirmed yet").arg(row.text)
                                   : tr("%1: not confirmed yet, that is for %2").arg(row.text, row.value);
    }
    static QString next(const TriageRow &row)
    {
        const QString missing = row.missing.join(u' ');
        if (row.proposes == row.id)
            return missing.isEmpty()         ? tr("%1: nothing is in the way").arg(row.text)
                   : row.state == t::Blocked ? tr("%1: not yet: %2").arg(row.text, missing)
                                             : tr("%1: possible, though: %2").arg(row.text, missing);
        if (missing.isEmpty())
            return tr("%1 can be entered").arg(row.text);
        return row.state == t::Blocked ? tr("%1 cannot be entered yet: %2").arg(row.text, missing)
                                       : tr("%1 can be entered, though: %2").arg(row.text, missing);
    }
};

} // namespace

QString triageSentence(const TriageRow &row)
{
    switch (row.kind) {
    case t::Confirmation:
    case t::Question: return Sentence::question(row);
    case t::Record: return Sentence::record(row);
    case t::Proposal: return Sentence::proposal(row);
    case t::Severity: return Sentence::severity(row);
    case t::Impact: return Sentence::impact(row);
    case t::Flag: return Sentence::flag(row);
    case t::Pattern: return Sentence::pattern(row);
    case t::Report: return Sentence::report(row);
    case t::Next: return Sentence::next(row);
    case t::Need: return Sentence::need(row);
    case t::Alert: return Sentence::alert(row);
    case t::Inside:
    case t::Heading: break;
    }
    return row.text;
}

QString triageHeading(const TriageRow &heading)
{
    switch (heading.section) {
    case t::Asked: return TriageModel::tr("Is it an incident?");
    case t::HowBad: return TriageModel::tr("How bad is it?");
    case t::HowFar: return TriageModel::tr("How far does it reach?");
    case t::Flags:
        return heading.count ? TriageModel::tr("Flags, and what they set off") : TriageModel::tr("The process names no flags.");
    case t::Reports:
        return heading.count ? TriageModel::tr("Customer reports") : TriageModel::tr("No customer report yet: N takes one down.");
    case t::Onward: return TriageModel::tr("Where it goes next");
    case t::Ending: return TriageModel::tr("How it ends");
    case t::Alerts: return TriageModel::tr("Alerts");
    }
    return {};
}

} // namespace fireline::models
