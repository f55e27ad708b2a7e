// SPDX-License-Identifier: GPL-3.0-or-later
#include "processcheck.h"

#include "checks.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

QList<Finding> checkProcess(const Process &process)
{
    Checks checks(process);
    checks.people();
    checks.phases();
    checks.audiences();
    checks.sources();
    checks.contradictions();
    checks.clocks();
    checks.moments();
    checks.forms();
    checks.tables();
    checks.lists();
    checks.calendar();
    checks.assumptions();
    QList<Finding> findings = checks.findings();
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.grade != b.grade ? a.grade < b.grade : a.line < b.line; });
    return findings;
}

void Checks::add(Grade grade, const QString &code, int line, const QString &text, const QString &remedy, const QString &rule)
{
    m_findings.append({grade, code, text, remedy, rule, m_process.fileName, line, 0});
}

void Checks::add(Grade grade, const QString &code, const Envelope &rule, const QString &text, const QString &remedy)
{
    add(grade, code, rule.line, text, remedy, rule.id);
}

void Checks::sources()
{
    for (const Envelope *rule : m_process.rules()) {
        if (rule->source.isEmpty())
            add(Grade::Warning, u"no-source"_s, *rule, tr("The rule \"%1\" names no source.").arg(rule->id),
                tr("Name the place of the document it comes from: source: [ROW]."));
        if (rule->passedBy && rule->effect != RuleEffect::Refuse)
            add(Grade::Warning, u"useless-override"_s, *rule,
                tr("The rule \"%1\" refuses nothing, so nobody needs to pass it.").arg(rule->id),
                tr("Remove \"override\" or write effect: refuse."));
    }
}

void Checks::assumptions()
{
    for (const Assumption &assumption : m_process.assumptions)
        add(Grade::Note, u"assumed"_s, assumption.line, tr("Assumed in \"%1\": %2.").arg(assumption.rule, assumption.text),
            tr("The owner of the process decides."), assumption.rule);
}

} // namespace fireline::process
