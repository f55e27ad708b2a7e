// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keyspage.h"

#include "access/readablenote.h"
#include "actions/actionregistry.h"
#include "settings/keyfield.h"
#include "settings/keysmodel.h"

#include <QAction>
#include <QCheckBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

KeysPage::KeysPage(ActionRegistry &registry, QWidget *parent) : SettingsPage(parent), m_registry(registry)
{
    build();
    connect(m_filter, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &KeysPage::refresh);
    connect(&registry, &ActionRegistry::keysChanged, this, &KeysPage::refresh);
    connect(m_table, &QTableView::activated, this, [this] { m_typed->setFocus(Qt::OtherFocusReason); });
    connect(m_typed, &KeyField::keyChanged, this, &KeysPage::refresh);
    connect(m_use, &QPushButton::clicked, this, &KeysPage::useTyped);
    connect(m_none, &QPushButton::clicked, this, [this] { use({}); });
    connect(m_first, &QPushButton::clicked, this, &KeysPage::asAtFirst);
    connect(m_letters, &QCheckBox::clicked, this, [this](bool on) {
        m_registry.setLetterKeys(on);
        emit edited();
    });
    refresh();
}

void KeysPage::build()
{
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Find a command"));
    m_filter->setClearButtonEnabled(true);
    name(m_filter, u"settingsKeysFilter"_s, tr("Find a command"),
         tr("Shows the commands that have these letters in their name."));
    m_shown = new QSortFilterProxyModel(this);
    m_shown->setSourceModel(new KeysModel(m_registry, this));
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table = new QTableView(this);
    m_table->setModel(m_shown);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents); // the text size changes
    m_table->horizontalHeader()->setSectionResizeMode(KeysModel::Command, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(KeysModel::Keys, QHeaderView::ResizeToContents);
    name(m_table, u"settingsKeys"_s, tr("Commands and keys"), tr("Choose a command, then type its new key below."));
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"settingsKeysProblem"_s);
    m_problem->setWordWrap(true);
    readAloud(*m_problem);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    m_letters = new QCheckBox(tr("Single letters work in lists"), this);
    name(m_letters, u"settingsLetterKeys"_s, m_letters->text(),
         tr("Such as X for done. Off where a slip of the hand would hurt."));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeEditor());
    layout->addWidget(m_problem);
    layout->addWidget(m_letters);
    setTabOrder(m_first, m_letters);
}

QWidget *KeysPage::makeEditor()
{
    auto *row = new QWidget(this);
    m_typed = new KeyField(row);
    name(m_typed, u"settingsNewKey"_s, tr("New key"), tr("Press the keys that the chosen command is to have."));
    m_use = new QPushButton(tr("Use this key"), row);
    m_none = new QPushButton(tr("No key"), row);
    m_first = new QPushButton(tr("As at first"), row);
    name(m_use, u"settingsUseKey"_s, m_use->text(), {});
    name(m_none, u"settingsNoKey"_s, m_none->text(), {});
    name(m_first, u"settingsFirstKey"_s, m_first->text(), {});
    auto *words = new QLabel(tr("New key"), row);
    words->setBuddy(m_typed);
    auto *layout = new QGridLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(words, 0, 0);
    layout->addWidget(m_typed, 0, 1, 1, 2);
    layout->addWidget(m_use, 1, 0);
    layout->addWidget(m_none, 1, 1);
    layout->addWidget(m_first, 1, 2);
    return row;
}

void KeysPage::load(const models::Preferences &preferences)
{
    m_registry.setUserKeys(preferences.keys);
    m_registry.setLetterKeys(preferences.letterKeys);
    m_letters->setChecked(preferences.letterKeys);
    say({});
}

void KeysPage::take(models::Preferences &preferences) const
{
    preferences.keys = m_registry.userKeys();
    preferences.letterKeys = m_registry.letterKeys();
}

QString KeysPage::current() const
{
    return m_table->currentIndex().data(KeysModel::IdRole).toString();
}

void KeysPage::useTyped()
{
    if (m_typed->key().isEmpty())
        return;
    use({m_typed->key().toString(QKeySequence::PortableText)});
    m_typed->reset();
}

void KeysPage::use(const QStringList &keys)
{
    if (current().isEmpty())
        return;
    QMap<QString, QStringList> wanted = m_registry.userKeys();
    wanted.insert(current(), keys);
    change(wanted);
}

void KeysPage::asAtFirst()
{
    QMap<QString, QStringList> wanted = m_registry.userKeys();
    wanted.remove(current());
    change(wanted);
}

void KeysPage::change(const QMap<QString, QStringList> &keys)
{
    const QMap<QString, QStringList> before = m_registry.userKeys();
    const qsizetype problems = m_registry.problems().size();
    m_registry.setUserKeys(keys);
    const QString problem = newProblem(problems);
    if (!problem.isEmpty())
        m_registry.setUserKeys(before);
    say(problem);
    if (problem.isEmpty())
        emit edited();
}

// The chosen command's own problem says most; else somebody else would lose a key.
QString KeysPage::newProblem(qsizetype before) const
{
    const QList<KeyProblem> problems = m_registry.problems();
    if (problems.size() <= before)
        return {};
    QString found;
    for (const KeyProblem &problem : problems) {
        if (problem.id == current())
            return problem.reason;
        if (const QAction *action = m_registry.action(problem.id))
            found = tr("%1 is the key of \"%2\". Take it away there first.")
                        .arg(problem.key.toString(QKeySequence::NativeText), action->text().remove(u'&'));
    }
    return found;
}

void KeysPage::say(const QString &problem)
{
    m_problem->setAccessibleName(problem);
    sayAloud(*m_problem, problem.isEmpty() ? QString() : tr("▲ %1", "a problem").arg(problem));
}

void KeysPage::refresh()
{
    const QModelIndex chosen = m_table->currentIndex();
    const QString hint = chosen.isValid() ? QString() : tr("Choose a command first.");
    m_use->setEnabled(chosen.isValid() && !m_typed->key().isEmpty());
    m_none->setEnabled(chosen.isValid());
    m_first->setEnabled(chosen.data(KeysModel::OwnRole).toBool());
    m_use->setToolTip(!hint.isEmpty()      ? hint
                      : m_use->isEnabled() ? tr("Gives the chosen command this key instead of its own.")
                                           : tr("Press the new key in the field first."));
    m_none->setToolTip(hint.isEmpty() ? tr("The chosen command then has no key.") : hint);
    m_first->setToolTip(m_first->isEnabled() ? tr("Gives the chosen command back the key it came with.")
                                             : tr("This command has the key it came with."));
}

} // namespace fireline::views
