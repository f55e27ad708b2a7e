// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelrig.h"
#include "people/peoplemodel.h"
#include "people/peopleroles.h"

using namespace Qt::StringLiterals;
using namespace fireline::models;

namespace {

struct Board : fireline::test::ModelRig<PeopleModel>
{
    using ModelRig::ModelRig;

    /// Of the row that this word names; -1 where there is none.
    int row(const QString &word) const
    {
        for (int i = 0; i < model.rowCount(); ++i) {
            if (model.index(i, 0).data(people::WordsRole).toStringList().contains(word))
                return i;
        }
        return -1;
    }
    QString who(const QString &word) const { return model.index(row(word), people::WhoColumn).data().toString(); }
};

} // namespace

/// Who can be named in a line, by which words, as the incident goes on.
class TestPeopleModel : public QObject
{
    Q_OBJECT
private slots:
    void everyRoleHasItsWords_data();
    void everyRoleHasItsWords();
    void whoTakesARoleStandsBesideIt();
    void theRestStaysWhereItIs();
};

void TestPeopleModel::everyRoleHasItsWords_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("sre") << u"sre-directorate"_s << u"SEV1"_s << u"cl"_s << QStringList{u"cl"_s, u"comms"_s};
    QTest::newRow("help desk") << u"helpdeskflow"_s << QString() << u"comms_lead"_s
                               << QStringList{u"cl"_s, u"comms"_s, u"comms_lead"_s};
    QTest::newRow("hub") << u"community-hub"_s << QString() << u"liaison"_s << QStringList{u"cl"_s, u"liaison"_s};
}

void TestPeopleModel::everyRoleHasItsWords()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, role);
    Board board(process, severity);
    const QModelIndex index = board.model.index(board.row(role), 0);
    QVERIFY(index.isValid());
    QTEST(index.data(people::WordsRole).toStringList(), "words");
    QCOMPARE(index.data(people::KindRole).toInt(), int(people::RoleKind));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(index.data(people::NameRole).toString()));
}

void TestPeopleModel::whoTakesARoleStandsBesideIt()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QCOMPARE(board.who(u"scribe"_s), u"Scribe"_s);
    QCOMPARE(board.row(u"Tomasz"_s), -1);
    QVERIFY(board.feed.line(u"/role @Tomasz scribe"_s));
    QCOMPARE(board.who(u"scribe"_s), u"Scribe: Tomasz"_s);
    QCOMPARE(board.who(u"Tomasz"_s), u"Scribe"_s);
}

void TestPeopleModel::theRestStaysWhereItIs()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QSignalSpy resets(&board.model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&board.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&board.model, &QAbstractItemModel::rowsRemoved);
    QVERIFY(board.feed.line(u"/role @Zoe scribe"_s));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QVERIFY(board.feed.line(u"a note"_s));
    QCOMPARE(inserted.count(), 1);
}

QTEST_GUILESS_MAIN(TestPeopleModel)
#include "tst_peoplemodel.moc"
