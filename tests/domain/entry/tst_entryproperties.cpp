// SPDX-License-Identifier: GPL-3.0-or-later
#include "entrygen.h"

#include "entry/entry.h"

#include <QJsonDocument>
#include <QTest>

#include <ostream>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

EntryContext context()
{
    EntryContext c;
    c.now = test::readAt();
    return c;
}

std::string shown(const Command &command)
{
    return (u"/%1 at %2 by \"%3\" "_s.arg(verbSpec(command.verb).name).arg(command.at.us).arg(command.by)).toStdString()
           + QJsonDocument(command.args).toJson(QJsonDocument::Compact).toStdString();
}

bool same(const Command &a, const Command &b)
{
    return a.verb == b.verb && a.at == b.at && a.by == b.by && a.args == b.args;
}

// Parts rise, do not overlap and lie inside the line; what is wrong says so.
void checkParts(const ParsedEntry &entry, qsizetype length)
{
    qsizetype end = 0;
    for (const EntryPart &part : entry.parts) {
        RC_ASSERT(part.start >= end);
        RC_ASSERT(part.length > 0);
        end = part.start + part.length;
        RC_ASSERT(end <= length);
        RC_ASSERT(part.valid == part.reason.isEmpty());
    }
}

} // namespace

/// What holds for every line and every command.
class TestEntryProperties : public QObject
{
    Q_OBJECT
private slots:
    void whatIsWrittenIsReadBack();
    void whatIsReadIsWrittenBack();
    void everyLineIsAnswered();
    void everyPasteIsAnswered();
};

void TestEntryProperties::whatIsWrittenIsReadBack()
{
    QVERIFY(rc::check("parse(format(command)) == command", [] {
        const Command command = *test::anyCommand();
        const QString line = formatEntry(command);
        RC_LOG(shown(command) + "\n" + line.toStdString() + "\n");
        const ParsedEntry entry = parseEntry(line, context());
        RC_LOG(entry.problems.join(u'\n').toStdString() + "\n" + shown(entry.command));
        RC_ASSERT(entry.ok());
        RC_ASSERT(same(entry.command, command));
    }));
}

void TestEntryProperties::whatIsReadIsWrittenBack()
{
    QVERIFY(rc::check("a line that was understood means the same when written canonically", [] {
        const QString line = *test::anyLine();
        const ParsedEntry entry = parseEntry(line, context());
        RC_PRE(entry.ok());
        const QString again = formatEntry(entry.command);
        RC_LOG(line.toStdString() + "\n" + again.toStdString() + "\n" + shown(entry.command) + "\n");
        const ParsedEntry second = parseEntry(again, context());
        RC_LOG(second.problems.join(u'\n').toStdString() + "\n" + shown(second.command));
        RC_ASSERT(second.ok());
        RC_ASSERT(same(second.command, entry.command));
        RC_ASSERT(formatEntry(second.command) == again);
    }));
}

void TestEntryProperties::everyLineIsAnswered()
{
    QVERIFY(rc::check("any line gives sound parts and either a command or problems", [] {
        const QString line = *test::anyLine();
        RC_LOG(line.toStdString());
        EntryContext c = context();
        const int zone = *rc::gen::inRange(0, 4);
        c.zone = QTimeZone(QList<QByteArray>{"UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns"}.at(zone));
        c.people = {u"jo"_s};
        c.hasRef = [](const QString &) { return false; };
        c.ids = [](IdKind) { return QStringList{u"one"_s}; };
        const ParsedEntry entry = parseEntry(line, c);
        checkParts(entry, line.size());
        RC_ASSERT(!describe(entry, c).isEmpty());
        for (const QString &problem : entry.problems)
            RC_ASSERT(!problem.isEmpty());
        if (entry.ok() && entry.isPlainNote)
            RC_ASSERT(entry.command.verb == Verb::Note);
    }));
}

void TestEntryProperties::everyPasteIsAnswered()
{
    QVERIFY(rc::check("any pasted text gives notes", [] {
        const QString text = *test::anyLine() + u'\n' + *test::anyLine();
        for (const ParsedEntry &entry : parsePaste(text, context())) {
            RC_ASSERT(entry.command.verb == Verb::Note);
            if (entry.ok())
                RC_ASSERT(!entry.command.text().isEmpty());
        }
    }));
}

QTEST_APPLESS_MAIN(TestEntryProperties)
#include "tst_entryproperties.moc"
