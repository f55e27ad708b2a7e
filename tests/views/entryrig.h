// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/completionpopup.h"
#include "entry/entryfield.h"
#include "entry/meantline.h"
#include "entry/previewline.h"
#include "entry/quickentry.h"
#include "entry/refusalnote.h"
#include "entry/statecontext.h"
#include "entry/staterefs.h"
#include "memoryfeed.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

namespace fireline::test {

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::views;

/// A window with a quick entry over an incident in memory, and a field behind it for the focus to go to.
struct EntryRig
{
    MemoryFeed feed{u"helpdeskflow"_s, u"P1"_s};
    Theme theme;
    TimeDisplay times{QTimeZone(3600)};
    QWidget window;
    QuickEntry *entry = nullptr;
    QLineEdit *behind = nullptr;
    QList<Command> commands;
    std::optional<Problem> refusal; ///< the owner's answer; else the session's

    EntryRig()
    {
        entry = new QuickEntry(
            theme, times, [this] { return entryContext(feed.state(), feed.process(), feed.now()); }, &window);
        behind = new QLineEdit(&window);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(entry);
        layout->addStretch();
        layout->addWidget(behind);
        entry->setLastOwn([this] { return lastEntryOf(feed.state(), feed.profile()); });
        entry->setMeant(
            [this](const QString &line, const EntryContext &context) { return meantLine(line, context, feed.state()); });
        QObject::connect(entry, &QuickEntry::commandRequested, entry, [this](const Command &command) { answer(command); });
        window.resize(900, 500);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
        field()->setFocus();
    }
    void answer(const Command &command)
    {
        if (refusal)
            return entry->refused(*refusal);
        commands.append(command);
        const auto executed = feed.execute(command);
        if (executed)
            entry->accepted();
        else
            entry->refused(executed.problem());
    }
    EntryField *field() const { return entry->findChild<EntryField *>(u"entry.field"_s); }
    CompletionPopup *popup() const { return window.findChild<CompletionPopup *>(u"entry.completion"_s); }
    PreviewLine *preview() const { return entry->findChild<PreviewLine *>(u"entry.preview"_s); }
    RefusalNote *refusalNote() const { return entry->findChild<RefusalNote *>(u"entry.refusal"_s); }
    QString chip() const { return entry->findChild<QLabel *>(u"entry.time"_s)->text(); }
    QPushButton *button(const QString &name) const { return entry->findChild<QPushButton *>(name); }
    void type(const QString &text) const
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, field(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const { QTest::keyClick(field(), key, modifiers); }
};

} // namespace fireline::test
