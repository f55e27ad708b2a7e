// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "entry/entrypastes.h"
#include "entry/pastedimage.h"
#include "entryrig.h"

#include "core/limits.h"

#include <rapidcheck.h>

#include <QDropEvent>
#include <QImage>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>
#include <QUrl>

using namespace fireline::test;

using Rig = EntryRig;

namespace {

void paste(const Rig &rig, const QMimeData &data)
{
    // What Ctrl+V and a drop both come to.
    struct Open : EntryField
    {
        using EntryField::canInsertFromMimeData;
        using EntryField::insertFromMimeData;
    };
    auto insert = &Open::insertFromMimeData;
    auto can = &Open::canInsertFromMimeData;
    QVERIFY((rig.field()->*can)(&data));
    (rig.field()->*insert)(&data);
}

void paste(const Rig &rig, const QString &text)
{
    QMimeData data;
    data.setText(text);
    paste(rig, data);
}

QStringList rows(const Rig &rig)
{
    QStringList texts;
    const auto *list = rig.entry->findChild<QListWidget *>(u"entry.paste.lines"_s);
    for (int i = 0; i < list->count(); ++i)
        texts << list->item(i)->text();
    return texts;
}

} // namespace

/// Nothing typed, pasted or dropped is lost: pastes, drafts, recovery, read-only, and a property over all keys.
class TestEntrySafety : public QObject
{
    Q_OBJECT
private slots:
    void severalLinesAreOffered();
    void unreadableLinesComeBack();
    void pasteCanBeEditedOrLeft();
    void typingGoesOnBesideTheOffer();
    void takesPictures();
    void keepsWhatIsEnteredBeforeTheRecordIsOpen();
    void takesFiles();
    void severalFilesLeaveTogether();
    void aDropCopiesFiles();
    void saysWhatIsTooLong();
    void keepsADraft();
    void restoresADraft();
    void saysWhyItIsReadOnly();
    void theKeyLeadsToTheLine();
    void neverLosesText();
};

void TestEntrySafety::keepsWhatIsEnteredBeforeTheRecordIsOpen()
{
    Rig rig;
    QList<fireline::models::EntryLine> kept;
    QList<bool> plain;
    QObject::connect(rig.entry, &QuickEntry::lineKept, rig.entry, [&](const fireline::models::EntryLine &line, bool asNote) {
        kept.append(line);
        plain.append(asNote);
    });
    rig.entry->setKeeping(true);
    const Instant first = rig.feed.now();
    rig.type(u"/nonsense at all"_s);
    rig.feed.advance(Span::seconds(40));
    rig.key(Qt::Key_Return);
    rig.type(u"/ack #A1"_s);
    rig.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept.first().text, u"/nonsense at all"_s);
    QCOMPARE(kept.first().begun, first);
    QCOMPARE(kept.last().begun, first + Span::seconds(40));
    QCOMPARE(plain, (QList<bool>{false, true}));
    QCOMPARE(rig.entry->line(), QString());
    QVERIFY(rig.commands.isEmpty());
    // What was not taken waits behind what is being typed.
    rig.type(u"next"_s);
    rig.entry->setKeeping(false);
    rig.entry->putAside({kept.first()});
    QCOMPARE(rig.entry->line(), u"next"_s);
    rig.key(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(rig.entry->line(), u"/nonsense at all"_s);
    QCOMPARE(rig.entry->current().begun, first);
    QCOMPARE(rig.entry->waitingLines().size(), 1);
    QCOMPARE(rig.entry->waitingLines().first().text, u"next"_s);
    rig.key(Qt::Key_Down, Qt::ControlModifier);
    rig.key(Qt::Key_Return);
    QCOMPARE(rig.commands.size(), 1);
    QCOMPARE(kept.size(), 2);
}

void TestEntrySafety::severalLinesAreOffered()
{
    Rig rig;
    rig.feed.setTime(*Instant::fromRfc3339(u"2025-03-04T12:00:00Z"_s));
    QSignalSpy pasted(&rig.entry->pastes(), &EntryPastes::linesAccepted);
    rig.type(u"half"_s);
    paste(rig, u"10:43 - Ops Lead restarted Pod A\r\n10:50 - errors fell\r\n"_s);
    QCOMPARE(rig.entry->line(), u"half"_s);
    QVERIFY(rig.button(u"entry.paste.add"_s)->hasFocus());
    QVERIFY(rig.button(u"entry.paste.add"_s)->text().contains(u'2'));
    QCOMPARE(rows(rig).size(), 2);
    QVERIFY2(rows(rig).first().contains(u"2025-03-04 10:43:00 UTC"_s), qPrintable(rows(rig).first()));
    QTest::keyClick(rig.button(u"entry.paste.add"_s), Qt::Key_Return);
    QCOMPARE(pasted.size(), 1);
    const auto commands = pasted.first().first().value<QList<Command>>();
    QCOMPARE(commands.size(), 2);
    QCOMPARE(commands.first().text(), u"Ops Lead restarted Pod A"_s);
    QCOMPARE(commands.first().at, *Instant::fromRfc3339(u"2025-03-04T10:43:00Z"_s));
    QCOMPARE(rig.entry->line(), u"half"_s);
    QVERIFY(rig.field()->hasFocus());
}

void TestEntrySafety::unreadableLinesComeBack()
{
    Rig rig;
    QSignalSpy pasted(&rig.entry->pastes(), &EntryPastes::linesAccepted);
    paste(rig, u"08:43 - fine\n25:99 - not fine"_s);
    QVERIFY2(rows(rig).last().startsWith(u'\u25b2'), qPrintable(rows(rig).last()));
    const QString title = rig.entry->findChild<QLabel *>(u"entry.paste.title"_s)->text();
    QVERIFY2(title.contains(u'\u25b2'), qPrintable(title));
    QTest::keyClick(rig.button(u"entry.paste.add"_s), Qt::Key_Return);
    QCOMPARE(pasted.first().first().value<QList<Command>>().size(), 1);
    QVERIFY2(rig.entry->line().contains(u"not fine"_s), qPrintable(rig.entry->line()));
}

void TestEntrySafety::pasteCanBeEditedOrLeft()
{
    Rig rig;
    QSignalSpy pasted(&rig.entry->pastes(), &EntryPastes::linesAccepted);
    rig.type(u"/finding "_s);
    paste(rig, u"trace a\ntrace b\n"_s);
    QTest::keyClick(rig.button(u"entry.paste.add"_s), Qt::Key_F2);
    QCOMPARE(rig.entry->line(), u"/finding trace a\ntrace b"_s);
    QVERIFY(rig.field()->hasFocus());
    paste(rig, u"c\nd"_s);
    QTest::keyClick(rig.button(u"entry.paste.add"_s), Qt::Key_Escape);
    QVERIFY(rig.field()->hasFocus());
    QVERIFY(!rig.button(u"entry.paste.add"_s)->isVisible());
    paste(rig, u"c\nd"_s);
    rig.field()->setFocus();
    rig.key(Qt::Key_Escape);
    QVERIFY(!rig.button(u"entry.paste.add"_s)->isVisible());
    QCOMPARE(rig.entry->line(), u"/finding trace a\ntrace b"_s);
    QVERIFY(pasted.isEmpty());
}

void TestEntrySafety::typingGoesOnBesideTheOffer()
{
    Rig rig;
    paste(rig, u"a\nb"_s);
    QTest::keyClick(rig.button(u"entry.paste.add"_s), Qt::Key_X);
    rig.type(u"yz"_s);
    QCOMPARE(rig.entry->line(), u"xyz"_s);
}

void TestEntrySafety::takesPictures()
{
    Rig rig;
    QSignalSpy images(&rig.entry->pastes(), &EntryPastes::imagePasted);
    QSignalSpy pixels(&rig.entry->pastes(), &EntryPastes::pixelsPasted);
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::red);
    QMimeData data;
    data.setImageData(image);
    paste(rig, data);
    QCOMPARE(images.size(), 0); // nobody waits here for a PNG to be made
    QCOMPARE(pixels.size(), 1);
    QCOMPARE(pixels.first().first().value<QImage>(), image);
    const QByteArray png = pngOf(image);
    QCOMPARE(QImage::fromData(png, "PNG").size(), QSize(4, 4));
    QMimeData ready;
    ready.setData(u"image/png"_s, png);
    ready.setImageData(image);
    paste(rig, ready);
    QCOMPARE(images.size(), 1);
    QCOMPARE(images.first().first().toByteArray(), png);
    QMimeData large;
    large.setData(u"image/png"_s, QByteArray(largestAttachment + 1, 'x'));
    large.setImageData(image);
    paste(rig, large);
    QCOMPARE(images.size(), 1);
    QVERIFY2(rig.preview()->text().contains(u"16 MiB"_s), qPrintable(rig.preview()->text()));
}

void TestEntrySafety::takesFiles()
{
    Rig rig;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/tmp/log \"a\".txt"_s)});
    paste(rig, data);
    const ParsedEntry parsed = parseEntry(rig.entry->line(), entryContext(rig.feed.state(), rig.feed.process(), rig.feed.now()));
    QVERIFY2(parsed.ok(), qPrintable(parsed.problems.value(0)));
    QCOMPARE(parsed.command.verb, Verb::Attach);
    QCOMPARE(parsed.command.text(u"file"), u"/tmp/log \"a\".txt"_s);
    rig.field()->clear();
    QMimeData link;
    link.setUrls({QUrl(u"https://status.example.com/a"_s)});
    link.setText(u"https://status.example.com/a"_s);
    paste(rig, link);
    QCOMPARE(rig.entry->line(), u"https://status.example.com/a"_s);
}

// What is typed stays where it is: files need no line.
void TestEntrySafety::severalFilesLeaveTogether()
{
    Rig rig;
    QSignalSpy given(&rig.entry->pastes(), &EntryPastes::filesGiven);
    rig.type(u"lag falls"_s);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/tmp/b.log"_s), QUrl(u"https://example.com"_s), QUrl::fromLocalFile(u"/tmp/a.log"_s)});
    paste(rig, data);
    QCOMPARE(given.size(), 1);
    QCOMPARE(given.first().first().toStringList(), QStringList({u"/tmp/b.log"_s, u"/tmp/a.log"_s}));
    QCOMPARE(rig.entry->line(), u"lag falls"_s);
}

// A desktop that proposes to move what is dragged would delete it where it was.
void TestEntrySafety::aDropCopiesFiles()
{
    Rig rig;
    QSignalSpy given(&rig.entry->pastes(), &EntryPastes::filesGiven);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/tmp/b.log"_s), QUrl::fromLocalFile(u"/tmp/a.log"_s)});
    const auto actions = Qt::CopyAction | Qt::MoveAction;
    QDragEnterEvent enter({5, 5}, actions, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(rig.field()->viewport(), &enter);
    QDropEvent drop({5, 5}, actions, &data, Qt::LeftButton, Qt::NoModifier);
    drop.setDropAction(Qt::MoveAction);
    QCoreApplication::sendEvent(rig.field()->viewport(), &drop);
    QCOMPARE(given.size(), 1);
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
}

void TestEntrySafety::saysWhatIsTooLong()
{
    Rig rig;
    const QString text(longestEntry + 1, u'x');
    paste(rig, text);
    QCOMPARE(rig.entry->line().size(), text.size());
    rig.key(Qt::Key_Return);
    QVERIFY(rig.commands.isEmpty());
    QCOMPARE(rig.entry->line().size(), text.size());
    QVERIFY2(rig.preview()->text().contains(u"too long"_s), qPrintable(rig.preview()->text()));
    rig.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(rig.commands.isEmpty());
    rig.field()->clear();
    paste(rig, QString(EntryField::largestPaste + 1, u'x'));
    QCOMPARE(rig.entry->line(), QString());
    QVERIFY2(rig.preview()->text().contains(u"/attach"_s), qPrintable(rig.preview()->text()));
}

void TestEntrySafety::keepsADraft()
{
    Rig rig;
    QSignalSpy drafts(rig.entry, &QuickEntry::draftChanged);
    const Instant begun = rig.feed.now();
    rig.type(u"pod"_s);
    QCOMPARE(drafts.size(), 0);
    QVERIFY(drafts.wait(2000));
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(drafts.last().first().toString(), u"pod"_s);
    QCOMPARE(drafts.last().last().value<Instant>(), begun);
    rig.type(u" "_s);
    QCOMPARE(drafts.size(), 2);
    QCOMPARE(drafts.last().first().toString(), u"pod "_s);
    rig.key(Qt::Key_Return);
    QCOMPARE(drafts.last().first().toString(), QString());
}

void TestEntrySafety::restoresADraft()
{
    Rig rig;
    const Instant begun = *Instant::fromRfc3339(u"2025-03-04T02:41:07Z"_s);
    rig.entry->restoreDraft(u"pod A restarted"_s, begun);
    QCOMPARE(rig.entry->line(), u"pod A restarted"_s);
    QVERIFY2(rig.preview()->text().contains(u"02:41"_s), qPrintable(rig.preview()->text()));
    rig.key(Qt::Key_Return);
    QCOMPARE(rig.commands.first().at, begun);
}

void TestEntrySafety::saysWhyItIsReadOnly()
{
    Rig rig;
    rig.type(u"half"_s);
    rig.entry->setReadOnlyReason(u"You look at 02:41; go back to now to write."_s);
    QVERIFY(rig.field()->isReadOnly());
    QVERIFY(rig.field()->isEnabled()); // what is typed can be copied out
    QCOMPARE(rig.field()->placeholderText(), u"You look at 02:41; go back to now to write."_s);
    QVERIFY(rig.preview()->text().contains(u"02:41"_s));
    rig.entry->prepare(u"/decision "_s);
    QCOMPARE(rig.entry->line(), u"half"_s);
    rig.entry->setReadOnlyReason({});
    rig.field()->setFocus();
    rig.key(Qt::Key_Return);
    QCOMPARE(rig.commands.size(), 1);
    rig.entry->setReadOnlyReason(u"You look at 02:41; go back to now to write."_s);
    QVERIFY(!rig.field()->isEnabled());
}

void TestEntrySafety::theKeyLeadsToTheLine()
{
    Rig rig;
    ActionRegistry registry(&rig.window);
    rig.entry->addActions(registry);
    rig.behind->setFocus();
    QTest::keySequence(rig.behind, QKeySequence(u"Ctrl+L"_s));
    QVERIFY(rig.field()->hasFocus());
    rig.entry->setReadOnlyReason(u"This file is locked."_s);
    registry.refresh();
    QVERIFY(!registry.action(u"entry.focus"_s)->isEnabled());
}

// Whatever keys follow each other: each line that had words in it was recorded, or can still be reached.
void TestEntrySafety::neverLosesText()
{
    const QStringList lines{u"pod A restarted"_s, u"/akc wrong verb"_s, u"/ack #A99"_s, u"/sev"_s, u"told @an"_s, u"#d"_s,
                            u"/a @ana x +"_s};
    QVERIFY(rc::check("a typed line is recorded or still there", [&] {
        Rig rig;
        const int words = *rc::gen::inRange(1, 6);
        QStringList typed;
        for (int i = 0; i < words; ++i) {
            const QString word = lines.at(*rc::gen::inRange<int>(0, int(lines.size()))) + u" w%1"_s.arg(i);
            const bool asPrepared = *rc::gen::arbitrary<bool>();
            rig.refusal.reset();
            if (*rc::gen::arbitrary<bool>())
                rig.refusal = Problem{Problem::Kind::Refused, u"no"_s, u"Not now."_s, {}, {}, {}};
            if (asPrepared)
                rig.entry->prepare(QString());
            rig.type(word);
            typed << u"w%1"_s.arg(i);
            const int steps = *rc::gen::inRange(0, 6);
            for (int step = 0; step < steps; ++step) {
                const auto key = *rc::gen::element(Qt::Key_Return, Qt::Key_Escape, Qt::Key_Up, Qt::Key_Down);
                const bool control = *rc::gen::arbitrary<bool>();
                rig.key(key, control && key != Qt::Key_Escape ? Qt::ControlModifier : Qt::NoModifier);
            }
        }
        QString all = rig.entry->reachableLines().join(u'\n');
        for (const Command &command : std::as_const(rig.commands))
            all += u'\n' + formatEntry(command);
        for (const QString &word : std::as_const(typed))
            RC_ASSERT(all.contains(word));
    }));
}

QTEST_MAIN(TestEntrySafety)
#include "tst_entrysafety.moc"
