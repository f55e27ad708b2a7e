// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/keysheet.h"

#include "actions/actionregistry.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

QString keysOf(const QAction &action)
{
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText);
}

/// Those that have a key, by menu in the order of the menu bar, palette-only ones last.
QList<ActionSpec> sheetOrder(const ActionRegistry &actions)
{
    const QStringList menus{u"file"_s, u"incident"_s, u"entry"_s, u"view"_s, u"panels"_s, u"drill"_s, u"help"_s};
    const auto rank = [&](const ActionSpec &spec) {
        const qsizetype at = menus.indexOf(spec.menu.section(u'/', 0, 0));
        return at < 0 ? menus.size() : at;
    };
    QList<ActionSpec> specs;
    for (const ActionSpec &spec : actions.specs()) {
        if (!actions.action(spec.id)->shortcuts().isEmpty())
            specs.append(spec);
    }
    std::stable_sort(specs.begin(), specs.end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    return specs;
}

/// Keys of a panel work in that panel only.
QString commandOf(const ActionSpec &spec)
{
    return spec.scope ? KeySheet::tr("%1 (in its own list)").arg(spec.text) : spec.text;
}

} // namespace

QString keySheetText(const ActionRegistry &actions)
{
    const QList<ActionSpec> specs = sheetOrder(actions);
    qsizetype width = 0;
    for (const ActionSpec &spec : specs)
        width = std::max(width, keysOf(*actions.action(spec.id)).size());
    QString text;
    for (const ActionSpec &spec : specs)
        text += keysOf(*actions.action(spec.id)).leftJustified(width + 2) + commandOf(spec) + u'\n';
    return text;
}

KeySheet::KeySheet(const ActionRegistry &actions, Theme &theme, QWidget *window)
    : QWidget(window, Qt::Dialog)
    , m_actions(actions)
    , m_field(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
{
    buildUi(theme);
    connect(&actions, &ActionRegistry::keysChanged, this, &KeySheet::fill);
}

void KeySheet::buildUi(Theme &theme)
{
    setObjectName(u"keySheet"_s);
    setWindowTitle(tr("Keys"));
    setAccessibleName(tr("Keys"));
    m_field->setObjectName(u"keySheetField"_s);
    m_field->setAccessibleName(tr("Search the keys"));
    m_field->setPlaceholderText(tr("Search the keys"));
    m_field->setToolTip(tr("Shows only what holds these words."));
    m_field->setClearButtonEnabled(true);
    m_list->setObjectName(u"keySheetList"_s);
    m_list->setAccessibleName(tr("Keys and what they do"));
    m_list->setToolTip(m_list->accessibleName());
    m_list->setRootIsDecorated(false);
    m_list->setHeaderLabels({tr("Key"), tr("Command"), tr("What it does")});
    m_list->header()->setAccessibleName(tr("Columns of the keys"));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *copy = new QPushButton(tr("Copy as text"), this);
    copy->setObjectName(u"copyKeys"_s);
    copy->setAccessibleName(copy->text());
    copy->setToolTip(tr("Puts all keys on the clipboard, to be printed or sent."));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(keySheetText(m_actions)); });
    connect(m_field, &QLineEdit::textChanged, this, &KeySheet::filter);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(copy, 0, Qt::AlignLeft);
    resize(theme.scaled(680), theme.scaled(520));
}

void KeySheet::open()
{
    fill();
    m_field->clear();
    show();
    raise();
    activateWindow();
    m_field->setFocus(Qt::ActiveWindowFocusReason);
}

void KeySheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void KeySheet::fill()
{
    m_list->clear();
    for (const ActionSpec &spec : sheetOrder(m_actions)) {
        auto *line = new QTreeWidgetItem(m_list, {keysOf(*m_actions.action(spec.id)), commandOf(spec), spec.help});
        line->setToolTip(2, spec.help);
    }
    filter(m_field->text());
}

void KeySheet::filter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *line = m_list->topLevelItem(i);
        const QString all = line->text(0) + u' ' + line->text(1) + u' ' + line->text(2);
        line->setHidden(!std::all_of(words.cbegin(), words.cend(),
                                     [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }));
    }
}

} // namespace fireline::views
