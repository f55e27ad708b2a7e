// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/fieldname.h"

#include <QTest>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

/// What a process asks for is said by name.
class TestFieldName : public QObject
{
    Q_OBJECT
private slots:
    void theProcessNamesItsFields();
    void whatEveryRecordKnowsHasANameToo();
    void otherWordsAreWordsOfPeople();
    void namesComeBeforeWhatIsTyped();
    void findsTheFieldThatIsAskedFor();

private:
    static Process process();
};

Process TestFieldName::process()
{
    Process process;
    FieldDef kind;
    kind.id = u"class"_s;
    kind.name = u"Incident class"_s;
    FieldDef due;
    due.id = u"due"_s;
    due.name = u"Deadline"_s;
    FieldDef bare;
    bare.id = u"logs_checked"_s;
    process.fields = {kind, due, bare};
    return process;
}

void TestFieldName::theProcessNamesItsFields()
{
    QCOMPARE(fieldName(u"class"_s, process()), u"Incident class"_s);
    QCOMPARE(fieldName(u"due"_s, process()), u"Deadline"_s); // its word goes before ours
}

void TestFieldName::whatEveryRecordKnowsHasANameToo()
{
    QCOMPARE(fieldName(u"due"_s, Process()), u"Due date"_s);
    QCOMPARE(fieldName(u"staged"_s, Process()), u"In stages"_s);
}

void TestFieldName::otherWordsAreWordsOfPeople()
{
    QCOMPARE(fieldName(u"logs_checked"_s, process()), u"Logs checked"_s);
    QCOMPARE(fieldName(u"class_reason"_s, process()), u"Reason for Incident class"_s);
    QCOMPARE(fieldName(u"blast_radius"_s, Process()), u"Blast radius"_s);
    QVERIFY(fieldName({}, Process()).isEmpty());
}

void TestFieldName::namesComeBeforeWhatIsTyped()
{
    QCOMPARE(fieldsAsked({u"class"_s, u"logs_checked"_s}, process()),
             u"Incident class, Logs checked (in a line: class= logs_checked=)"_s);
    QCOMPARE(fieldsAsked({u"due"_s}, process(), {u"Five Whys"_s}), u"Deadline, Five Whys (in a line: due=)"_s);
    QCOMPARE(fieldsAsked({}, process(), {u"Five Whys"_s, u"Timeline"_s}), u"Five Whys, Timeline"_s);
    QVERIFY(fieldsAsked({}, process()).isEmpty());
    // Where another line states them, all of it is there.
    QCOMPARE(fieldsAsked({u"class"_s, u"due"_s}, process(), {}, u"/edit #U1"_s),
             u"Incident class, Deadline (type /edit #U1 class=\"…\" due=\"…\")"_s);
    QCOMPARE(fieldsAsked({}, process(), {u"Timeline"_s}, u"/edit #U1"_s), u"Timeline"_s);
}

void TestFieldName::findsTheFieldThatIsAskedFor()
{
    const QString text = u"State: %1."_s.arg(fieldsAsked({u"service"_s, u"class"_s}, process()));
    QVERIFY(asksForField(text, u"service"_s));
    QVERIFY(asksForField(text, u"class"_s));
    QVERIFY(!asksForField(text, u"ass"_s));
    QVERIFY(!asksForField(text, u"due"_s));
    const QString whole = u"State: %1."_s.arg(fieldsAsked({u"service"_s, u"class"_s}, process(), {}, u"/field"_s));
    QVERIFY(asksForField(whole, u"service"_s) && asksForField(whole, u"class"_s) && !asksForField(whole, u"ass"_s));
}

QTEST_APPLESS_MAIN(TestFieldName)

#include "tst_fieldname.moc"
