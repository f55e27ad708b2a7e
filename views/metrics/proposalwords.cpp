// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/proposalwords.h"

#include "metrics/metricseriesmodel.h"
#include "text/timedisplay.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::views {

using domain::Instant;
using models::Excursion;
using models::ImpactProposal;
using models::MitigationEffect;
using Verdict = MitigationEffect::Verdict;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProposalWords)
};

QString number(double value, const QString &unit)
{
    // In three digits; 5,000, not 5e+03.
    const double size = std::abs(value);
    const double tens = size >= 1000 && size < 1e9 ? std::pow(10, std::floor(std::log10(size)) - 2) : 0;
    const QString text = tens > 0 ? QLocale().toString(std::round(value / tens) * tens, 'f', 0)
                                  : QLocale().toString(value, 'g', 3);
    return unit.isEmpty() ? text : text + u'\u202f' + unit;
}

/// Cliff's delta in words, as Romano and others have it.
QString sizeWord(double delta)
{
    const double size = std::abs(delta);
    return size < 0.147   ? Text::tr("negligible")
           : size < 0.33  ? Text::tr("small")
           : size < 0.474 ? Text::tr("medium")
                          : Text::tr("large");
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::TooLittle: return Text::tr("too few values to say");
    case Verdict::NoEffect: return Text::tr("no effect");
    case Verdict::Worse: return Text::tr("worse");
    case Verdict::Changed: return Text::tr("changed, and nobody knows what is usual");
    case Verdict::NotShown: return Text::tr("the impact does not show here");
    case Verdict::LeftUsual: return Text::tr("as usual before it, and no more since");
    case Verdict::Sideways: return Text::tr("changed, but not back to the usual");
    case Verdict::PastUsual: return Text::tr("past the usual");
    case Verdict::Partial: return Text::tr("better, in part");
    case Verdict::Restored: break;
    }
    return Text::tr("restored");
}

/// The size, in words that do not contradict the verdict: what changed without coming back is a change, and no effect.
QString sizeText(const MitigationEffect &effect)
{
    const QString word = sizeWord(effect.delta);
    const QString delta = QLocale().toString(effect.delta, 'f', 2);
    switch (effect.verdict) {
    case Verdict::TooLittle:
    case Verdict::NotShown: return {};
    case Verdict::Changed:
    case Verdict::LeftUsual:
    case Verdict::PastUsual:
    case Verdict::Sideways: return Text::tr("; change %1 (%2)").arg(word, delta);
    case Verdict::NoEffect:
    case Verdict::Worse:
    case Verdict::Partial:
    case Verdict::Restored: break;
    }
    return Text::tr("; effect %1 (%2)").arg(word, delta);
}

} // namespace

QString proposalText(const ImpactProposal &proposal, const TimeDisplay &times)
{
    if (!proposal.excursion)
        return Text::tr("Nothing to propose: %1 was as usual in this time (%n values).", nullptr, proposal.values)
            .arg(proposal.series);
    const Excursion &found = *proposal.excursion;
    const QString when = found.end    ? Text::tr("from %1 to %2").arg(times.time(found.start), times.time(*found.end))
                         : found.back ? Text::tr("from %1; back since %2, not yet for long enough to call it over")
                                            .arg(times.time(found.start), times.time(*found.back))
                                      : Text::tr("from %1, and it goes on").arg(times.time(found.start));
    const QString usual = number(found.usual, proposal.unit);
    const QString extreme = number(found.extreme, proposal.unit);
    const QString crossed = found.extreme < found.usual ? Text::tr("down to %1 with the threshold at %2")
                                                        : Text::tr("up to %1 with the threshold at %2");
    const QString what = (proposal.crossing ? crossed : Text::tr("%1 where %2 is usual")).arg(extreme, usual);
    return Text::tr("Proposed by %1: %2, %3.").arg(proposal.series, when, what);
}

QString recordedText(const GraphOffer &offer, Instant start, Instant end, const TimeDisplay &times)
{
    QStringList said;
    if (offer.startRecorded)
        said.append(Text::tr("Its beginning is recorded already: %1.").arg(times.time(start)));
    else if (start.isSet())
        said.append(Text::tr("Recorded as the beginning: %1.").arg(times.time(start)));
    if (offer.endRecorded)
        said.append(Text::tr("Its end is recorded already: %1.").arg(times.time(end)));
    else if (end.isSet())
        said.append(Text::tr("Recorded as the end: %1.").arg(times.time(end)));
    return said.join(u' ');
}

QString effectText(const QString &series, const QString &unit, const MitigationEffect &effect)
{
    QString text = Text::tr("%1: %2, from %3 to %4")
                       .arg(series, verdictWord(effect.verdict), number(effect.before, unit), number(effect.after, unit));
    if (std::isfinite(effect.usual))
        text += Text::tr(" (usual %1)").arg(number(effect.usual, unit));
    if (effect.recovered > 0 && (effect.verdict == Verdict::Sideways || effect.verdict == Verdict::Partial))
        text += Text::tr(", %1 of the way back").arg(number(std::round(100 * effect.recovered), u"%"_s));
    return text + sizeText(effect) + u'.';
}

QString lackText(const MitigationEffect &effect, const TimeDisplay &times)
{
    if (effect.valuesBefore < MitigationEffect::Fewest)
        return Text::tr("too few values before it (%1, and %2 are needed)")
            .arg(effect.valuesBefore)
            .arg(MitigationEffect::Fewest);
    // To the next full second: no earlier than it can be told.
    if (effect.toldFrom.isSet())
        return Text::tr("can be told from %1 at the earliest: until %2 it takes hold, then %3 values are needed")
            .arg(times.time(effect.toldFrom + domain::Span::micros(999'999)), times.time(effect.countsFrom))
            .arg(MitigationEffect::Fewest);
    return Text::tr("too few values since %1, when it has taken hold (%2, and %3 are needed)")
        .arg(times.time(effect.countsFrom))
        .arg(effect.valuesAfter)
        .arg(MitigationEffect::Fewest);
}

QString resultWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Restored: return u"restored"_s;
    case Verdict::Partial: return u"partial"_s;
    case Verdict::NoEffect:
    case Verdict::Worse:
    case Verdict::Sideways: return u"none"_s;
    case Verdict::TooLittle:
    case Verdict::Changed:
    case Verdict::NotShown:
    case Verdict::PastUsual:
    case Verdict::LeftUsual: break;
    }
    return {};
}

} // namespace fireline::views
