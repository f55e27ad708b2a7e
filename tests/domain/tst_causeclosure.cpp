// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockrig.h"
#include "rules/causeclosure.h"

#include <QTest>

using namespace fireline::domain;
using namespace fireline::domain::testing;
using namespace Qt::StringLiterals;

namespace {

Cond confirmed()
{
    Cond cond;
    cond.tests = {{{Fact::HypothesisVerified, {}}, {u"true"_s}, {}, {}}};
    return cond;
}

Process process(bool lintHasUnless, bool withForm)
{
    Process process;
    AudienceDef audience;
    audience.id = u"public"_s;
    audience.name = u"Public status page"_s;
    process.audiences = {audience};
    FieldDef field;
    field.id = u"cause"_s;
    field.name = u"Cause"_s;
    process.fields = {field};
    LintRule lint;
    lint.rule = envelope("no.cause");
    lint.find = LintFind::Cause;
    lint.targets = {{RecordKind::Update, u"public"_s}};
    if (lintHasUnless)
        lint.unless = confirmed();
    LintRule words = lint;
    words.rule = envelope("no.words");
    words.find = LintFind::Words;
    process.lints = {lint, words};
    FormRule form;
    form.rule = envelope("cause.form");
    form.rule.when = confirmed();
    form.target = {RecordKind::Update, u"public"_s};
    form.fields = {{u"cause"_s, FormField::Need::Optional}};
    FormRule plain = form;
    plain.rule = envelope("plain.form");
    process.forms = {plain};
    process.forms.first().rule.when = {};
    if (withForm)
        process.forms.append(form);
    return process;
}

QString told(const QList<CauseClosure> &closures)
{
    QStringList parts;
    for (const CauseClosure &c : closures)
        parts.append(u"%1 %2 %3 %4"_s.arg(c.rule->id, c.audiences.join(u','), c.opensByProof ? u"opens"_s : u"stays"_s,
                                          c.fields.join(u',')));
    return parts.join(u"; "_s);
}

} // namespace

/// Where the process keeps the cause closed, by what it says and what is confirmed.
class TestCauseClosure : public QObject
{
    Q_OBJECT
private slots:
    void says_data();
    void says();
};

void TestCauseClosure::says_data()
{
    QTest::addColumn<bool>("unless");
    QTest::addColumn<bool>("form");
    QTest::addColumn<QString>("last"); // what became of the hypothesis
    QTest::addColumn<QString>("expected");
    const QString lint = u"no.cause Public status page opens "_s;
    const QString form = u"cause.form Public status page opens Cause"_s;
    QTest::newRow("nothing found") << true << true << QString() << QString(lint + u"; "_s + form);
    QTest::newRow("being tested") << true << true << u"testing"_s << QString(lint + u"; "_s + form);
    QTest::newRow("ruled out") << true << true << u"ruledOut"_s << QString(lint + u"; "_s + form);
    QTest::newRow("confirmed") << true << true << u"confirmed"_s << QString();
    QTest::newRow("no form") << true << false << QString() << lint;
    QTest::newRow("closed for good") << false << false << u"confirmed"_s << u"no.cause Public status page stays "_s;
}

void TestCauseClosure::says()
{
    QFETCH(bool, unless);
    QFETCH(bool, form);
    QFETCH(QString, last);
    ClockRig rig;
    rig.process = process(unless, form);
    const QString id = rig.event(u"hypothesis.proposed"_s, Span::minutes(1), {{u"text"_s, u"lock"_s}});
    if (!last.isEmpty())
        rig.event(u"hypothesis."_s + last, Span::minutes(2), {{u"hypothesis"_s, id}});
    const RuleContext context{rig.state, rig.process, after(Span::minutes(3))};
    QTEST(told(causeClosures(context)), "expected");
}

QTEST_APPLESS_MAIN(TestCauseClosure)
#include "tst_causeclosure.moc"
