// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "core/limits.h"
#include "entry/pastedimage.h"
#include "playbooks/playbookspanel.h"
#include "playbooks/playbooksroles.h"
#include "playbooks/playbooktextmodel.h"
#include "playbooks/playbookview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPersistentModelIndex>

using namespace Qt::StringLiterals;

// What the open playbook asks for: by keys, clicks and menu.
namespace fireline::views {

namespace p = models::playbooks;
using domain::Verb;

void PlaybooksPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    actions.add(reading({u"playbooks.find"_s,
                         tr("Find a playbook…"),
                         tr("Searches playbooks and runbooks by title, tags and text."),
                         u"incident"_s,
                         u"playbook"_s,
                         {}}),
                [this] { find(); });
    actions.add(reading({u"playbooks.folder"_s,
                         tr("Open the folder of playbooks"),
                         tr("Opens the folder that your own playbooks are put into, as Markdown files."),
                         {},
                         u"open"_s,
                         {}}),
                [this] { emit folderRequested(); });
    addRowActions(actions);
}

void PlaybooksPanel::addRowActions(ActionRegistry &actions)
{
    const auto inText = [this](const QString &id, const QString &text, const QString &help, const QString &icon,
                               const QStringList &keys) {
        ActionSpec spec{id, text, help, {}, icon, {}};
        for (const QString &key : keys)
            spec.keys.append(QKeySequence(key));
        spec.scope = m_view;
        return spec;
    };
    actions.add(
        inText(u"playbooks.tick"_s, tr("Tick or untick the step of the playbook"),
               tr("Records that the selected step is done, or opens it again (Space)."), u"check"_s, {u"X"_s}),
        [this] { toggle(current()); }, [this] { return tickWhyNot(); });
    actions.add(
        inText(u"playbooks.skip"_s, tr("Skip the step of the playbook with a reason…"),
               tr("Puts a line into quick entry that says why the step is not done."), u"skip"_s, {u"S"_s}),
        [this] { skip(); }, [this] { return skipWhyNot(); });
    actions.add(
        reading(inText(u"playbooks.copy"_s, tr("Copy the command of the playbook"),
                       tr("Copies the command of the selected row; pressed again, the next one in it."), u"copy"_s,
                       {u"C"_s, u"Ctrl+C"_s})),
        [this] { copy(); }, [this] { return copyWhyNot(); });
    actions.add(
        inText(u"playbooks.keep"_s, tr("Keep the copied output with the step"),
               tr("Keeps text or picture from the clipboard as hashed evidence of the selected step."), u"evidence"_s,
               {u"V"_s, u"Ctrl+V"_s}),
        [this] { paste(); }, [this] { return pasteWhyNot(); });
    actions.add(
        inText(u"playbooks.start"_s, tr("Start the open playbook"), tr("Records that the open playbook is followed from now on."),
               u"play"_s, {}),
        [this] { start(); }, [this] { return startWhyNot(); });
    actions.add(reading(inText(u"playbooks.nextStep"_s, tr("Next step of the playbook"), tr("Selects the step below."), u"down"_s,
                               {u"Alt+Down"_s})),
                [this] { m_view->moveStep(true); });
    actions.add(reading(inText(u"playbooks.previousStep"_s, tr("Previous step of the playbook"), tr("Selects the step above."),
                               u"up"_s, {u"Alt+Up"_s})),
                [this] { m_view->moveStep(false); });
}

QString PlaybooksPanel::tickWhyNot() const
{
    if (currentStep() == 0)
        return tr("Select a step of the open playbook first.");
    const bool open = m_open.stepState(currentStep()) == p::Open;
    return m_open.whyNot(m_open.command(open ? Verb::CheckItem : Verb::UncheckItem, currentStep()));
}

QString PlaybooksPanel::skipWhyNot() const
{
    if (currentStep() == 0)
        return tr("Select a step of the open playbook first.");
    domain::Command command = m_open.command(Verb::SkipItem, currentStep());
    command.args.insert(u"why"_s, u"-"_s); // asked for in quick entry
    return m_open.whyNot(command);
}

QString PlaybooksPanel::copyWhyNot() const
{
    return current().data(p::CommandsRole).toStringList().isEmpty() ? tr("Select a row with a command first.") : QString();
}

QString PlaybooksPanel::pasteWhyNot() const
{
    return currentStep() == 0 || m_open.listId().isEmpty() ? tr("Select a step of the open playbook first.") : QString();
}

QString PlaybooksPanel::startWhyNot() const
{
    return m_open.listId().isEmpty() ? tr("Open a playbook first.") : m_open.whyNot(m_open.startCommand());
}

void PlaybooksPanel::toggle(const QModelIndex &index)
{
    const int number = index.data(p::NumberRole).toInt();
    if (number == 0 || m_open.listId().isEmpty())
        return;
    const bool open = m_open.stepState(number) == p::Open;
    emit commandRequested(m_open.command(open ? Verb::CheckItem : Verb::UncheckItem, number));
}

// Enter: a step is done, evidence is gone to, a command is copied.
void PlaybooksPanel::activate(const QModelIndex &index)
{
    switch (index.data(p::PartRole).toInt()) {
    case p::Evidence: emit eventRequested(index.data(p::EntryRole).toString()); break;
    case p::Step:
        if (index.data(p::StepStateRole).toInt() == p::Open)
            toggle(index);
        break;
    case p::Code: copy(); break;
    default: break;
    }
}

void PlaybooksPanel::skip()
{
    if (skipWhyNot().isEmpty())
        emit entryRequested(u"/skipitem %1 %2 "_s.arg(m_open.listId()).arg(currentStep()));
}

void PlaybooksPanel::copyText(const QString &text, const QString &told)
{
    QGuiApplication::clipboard()->setText(text);
    tell(told);
}

// Pressed again, the next command of the row: one key for all of them.
void PlaybooksPanel::copy()
{
    const QStringList commands = current().data(p::CommandsRole).toStringList();
    if (commands.isEmpty())
        return;
    m_copied = int((m_copied + 1) % commands.size());
    const QString &command = commands.at(m_copied);
    const QString line = command.section(u'\n', 0, 0).left(80);
    copyText(command, commands.size() == 1 ? tr("Copied: %1").arg(line)
                                           : tr("Copied %1 of %2: %3").arg(m_copied + 1).arg(commands.size()).arg(line));
}

void PlaybooksPanel::paste()
{
    const QMimeData *clip = QGuiApplication::clipboard()->mimeData();
    if (!clip || !pasteWhyNot().isEmpty())
        return;
    const bool image = meansImage(*clip);
    QByteArray bytes = image ? pngOf(*clip) : clip->text().toUtf8();
    if (bytes.trimmed().isEmpty())
        return tell(tr("There is nothing to keep on the clipboard. Copy the output first."));
    if (bytes.size() > domain::largestAttachment)
        return tell(tr("This is larger than 16 MiB. Attach a part of it."));
    const QString name = image ? tr("step %1.png").arg(currentStep()) : tr("step %1.txt").arg(currentStep());
    tell({});
    emit evidenceRequested(m_open.evidenceCommand(currentStep()), name, bytes);
}

void PlaybooksPanel::start()
{
    if (startWhyNot().isEmpty())
        emit commandRequested(m_open.startCommand());
}

void PlaybooksPanel::showMenu(const QPoint &at)
{
    const QPersistentModelIndex index = current();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"playbooksMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (currentStep() > 0 && !m_open.listId().isEmpty()) {
        const bool open = m_open.stepState(currentStep()) == p::Open;
        menu->addAction(open ? tr("Tick") : tr("Untick"), this, [this, index] { toggle(index); })
            ->setEnabled(tickWhyNot().isEmpty());
        menu->addAction(tr("Skip with a reason…"), this, &PlaybooksPanel::skip)->setEnabled(skipWhyNot().isEmpty());
        menu->addAction(tr("Keep the copied output"), this, &PlaybooksPanel::paste);
    }
    for (const QString &command : index.data(p::CommandsRole).toStringList()) {
        const QString line = command.section(u'\n', 0, 0).left(60);
        QString shown = line;
        menu->addAction(tr("Copy %1").arg(shown.replace(u'&', u"&&"_s)), this,
                        [this, command, line] { copyText(command, tr("Copied: %1").arg(line)); });
    }
    if (const QString entry = index.data(p::EntryRole).toString(); !entry.isEmpty())
        menu->addAction(tr("Show it in the timeline"), this, [this, entry] { emit eventRequested(entry); });
    if (menu->isEmpty())
        menu->addAction(tr("Copy the text"), this,
                        [this, index] { copyText(index.data().toString(), tr("The text is copied.")); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

} // namespace fireline::views
