// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/keysheet.h"

#include "actions/actionregistry.h"
#include "forms/panelbutton.h"
#include "shell/screenroom.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
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
        const QAction *action = actions.action(spec.id);
        if (action->isVisible() && !action->shortcuts().isEmpty())
            specs.append(spec);
    }
    std::stable_sort(specs.begin(), specs.end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    return specs;
}

/// Keys of a panel work in that panel only.
QString commandOf(const ActionSpec &spec)
{
    return spec.scope && !spec.scope->isWindow() ? KeySheet::tr("%1 (in its own list)").arg(spec.text) : spec.text;
}

/// What a key is for and does is told to the end, on as many lines as it takes.
class WrappedText : public QStyledItemDelegate
{
public:
    explicit WrappedText(QTreeWidget *list) : QStyledItemDelegate(list), m_list(list) { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize line = QStyledItemDelegate::sizeHint(option, index);
        const int margin = 2 * (m_list->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_list) + 1);
        const QRect room(0, 0, m_list->columnWidth(index.column()) - margin, QWIDGETSIZE_MAX);
        const int lines = m_list->fontMetrics().boundingRect(room, Qt::TextWordWrap, index.data().toString()).height();
        return {0, std::max(line.height(), lines + margin)};
    }

private:
    QTreeWidget *m_list;
};

} // namespace

QString keySheetHtml(const ActionRegistry &actions)
{
    const QString row = u"<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2&nbsp;&nbsp;</td><td>%3</td></tr>"_s;
    QString html = u"<h2>%1</h2><table cellpadding='2' border='0'>"_s.arg(KeySheet::tr("Keys of Fireline").toHtmlEscaped());
    for (const ActionSpec &spec : sheetOrder(actions))
        html += row.arg(keysOf(*actions.action(spec.id)).toHtmlEscaped(), commandOf(spec).toHtmlEscaped(),
                        spec.help.toHtmlEscaped());
    return html + u"</table>"_s;
}

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
    , m_theme(theme)
    , m_field(new QLineEdit(this))
    , m_answer(new QLabel(this))
    , m_list(new QTreeWidget(this))
{
    buildUi();
    connect(&actions, &ActionRegistry::keysChanged, this, &KeySheet::fill);
}

void KeySheet::buildUi()
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
    m_list->setWordWrap(true);
    for (const int texts : {1, 2}) {
        m_list->header()->setSectionResizeMode(texts, QHeaderView::Stretch);
        m_list->setItemDelegateForColumn(texts, new WrappedText(m_list));
    }
    connect(m_list->header(), &QHeaderView::sectionResized, m_list, [this](int column) {
        if (column > 0)
            QMetaObject::invokeMethod(
                m_list, [this] { m_list->doItemsLayout(); }, Qt::QueuedConnection);
    });
    connect(m_field, &QLineEdit::textChanged, this, &KeySheet::filter);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeButtons());
}

QWidget *KeySheet::makeButtons()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &name, const QString &text, const QString &help) {
        auto *made = button(name, text, help, line);
        row->addWidget(made);
        return made;
    };
    auto *copy = add(u"copyKeys"_s, tr("Copy as text"), tr("Puts all keys on the clipboard, to be printed or sent."));
    connect(copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(keySheetText(m_actions));
        m_answer->setText(tr("The keys are on the clipboard."));
    });
    auto *save = add(u"saveKeys"_s, tr("Save for printing…"), tr("Writes all keys into a PDF file."));
    connect(save, &QPushButton::clicked, this, &KeySheet::saveAs);
    m_answer->setObjectName(u"keySheetAnswer"_s);
    m_answer->setWordWrap(true);
    row->addWidget(m_answer, 1);
    return line;
}

void KeySheet::saveAs()
{
    if (m_dialog)
        m_dialog->close();
    m_dialog = new QFileDialog(this, tr("Save the keys"), QDir::homePath(), tr("PDF (*.pdf)"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAcceptMode(QFileDialog::AcceptSave);
    m_dialog->setDefaultSuffix(u"pdf"_s);
    m_dialog->selectFile(u"fireline-keys.pdf"_s);
    connect(m_dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_answer->setText(writeKeySheet(m_actions, path)
                              ? tr("The keys are saved: %1").arg(QDir::toNativeSeparators(path))
                              : tr("%1 cannot be written. Choose another folder, or make room on the disk.").arg(path));
    });
    m_dialog->show();
}

void KeySheet::open()
{
    fill();
    m_field->clear();
    m_answer->clear();
    resize(sizeHint());
    show();
    raise();
    activateWindow();
    m_field->setFocus(Qt::ActiveWindowFocusReason);
}

QSize KeySheet::sizeHint() const
{
    return QSize(m_theme.scaled(820), m_theme.scaled(560)).boundedTo(screenRoom(*screen(), *this).size());
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
