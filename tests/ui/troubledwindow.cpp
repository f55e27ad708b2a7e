// SPDX-License-Identifier: GPL-3.0-or-later
#include "troubledwindow.h"

#include "madeincident.h"
#include "shell/mainwindow.h"
#include "sqlite/sqlitejournal.h"
#include "state/incidentstate.h"

#include <QFile>
#include <QFileDialog>
#include <QTest>

#include <algorithm>

namespace fireline::test {

using views::Message;

MadeFile::MadeFile(const QString &process, const QString &severity)
{
    MadeIncident made({.path = path(),
                       .processId = process,
                       .title = u"Checkout fails"_s,
                       .severity = severity,
                       .start = *domain::Instant::fromRfc3339(u"2026-03-02T10:00:00Z"_s)});
    made.advance(domain::Span::minutes(1));
    (void)made.line(u"pods restart"_s);
    made.advance(domain::Span::minutes(1));
    (void)made.line(u"the queue grows"_s);
}

void MadeFile::write(const QByteArray &bytes) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray MadeFile::bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

views::MessageBar &messages(LiveWindow &live)
{
    return live.incident().window().messages();
}

const Message *said(const views::MessageBar &bar, const QString &id)
{
    static QList<Message> all;
    all = bar.messages();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const Message &message) { return message.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

window::IncidentWindow *filledWindow(const window::WindowProgram &program)
{
    const auto windows = program.windows();
    return windows.size() == 1 && windows.first()->isFilled() ? windows.first() : nullptr;
}

void stopWriting(LiveWindow &live)
{
    live.incident().incident().stopWriting({domain::Problem::Kind::Damaged, u"not-verified"_s, u"It was changed."_s, {}, {}, {}});
    QVERIFY(live.feed().saveStatus().readOnly);
}

void press(const Message &message, const QString &button)
{
    const auto found = std::find_if(message.buttons.cbegin(), message.buttons.cend(),
                                    [&](const views::MessageButton &b) { return b.text == button; });
    QVERIFY2(found != message.buttons.cend(), qPrintable(button));
    const auto pressed = found->press;
    pressed();
}

void choosePlace(QWidget *window, const QString &path)
{
    auto *dialog = window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    emit dialog->fileSelected(path);
    dialog->close();
}

QStringList textsIn(const QString &path)
{
    QStringList texts;
    const auto journal = store::SqliteJournal::open(path, store::SqliteJournal::Mode::ReadOnly);
    if (!journal || !journal.value()->verify().value().ok())
        return texts;
    domain::IncidentState state;
    (void)journal.value()->read(0, [&](qint64, const domain::Event &event) {
        apply(state, event);
        return true;
    });
    for (const domain::Entry &entry : state.entries)
        texts.append(entry.text);
    return texts;
}

void enterLine(LiveWindow &live, const QString &line)
{
    live.quickEntry()->setFocus();
    typeText(line);
    QTest::keyClick(live.quickEntry(), Qt::Key_Return);
}

} // namespace fireline::test
