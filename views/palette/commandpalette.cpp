// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/commandpalette.h"

#include "palette/actionprovider.h"
#include "palette/helpprovider.h"
#include "palette/palettedelegate.h"
#include "palette/palettemodel.h"
#include "theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int rowsShown = 12;

} // namespace

CommandPalette::CommandPalette(ActionRegistry &actions, const QString &ownId, Theme &theme, QWidget *window)
    : QFrame(window)
    , m_theme(theme)
    , m_commands(new ActionProvider(actions, ownId, this))
    , m_model(new PaletteModel(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("Nothing fits. Type ? to see what can be typed in front."), this))
{
    m_providers.append(m_commands);
    buildUi();
    addProvider(std::make_unique<HelpProvider>(m_providers));
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runSelected);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { focusMoved(now); });
}

CommandPalette::~CommandPalette()
{
    // The keyboard leaves its field while that goes: nobody is left to follow it.
    disconnect(qApp, nullptr, this, nullptr);
}

void CommandPalette::buildUi()
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Find a command"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    hide();
    m_field->setObjectName(u"paletteField"_s);
    m_field->setAccessibleName(tr("Find a command"));
    m_field->setPlaceholderText(tr("Type what you want to do, or ? for help"));
    m_field->setToolTip(tr("Enter does the selected line, Esc closes."));
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What fits"));
    m_list->setToolTip(tr("Up and Down select, Enter does it."));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_theme, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setObjectName(u"paletteNothing"_s);
    m_nothing->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
}

void CommandPalette::addProvider(std::unique_ptr<PaletteProvider> provider)
{
    m_providers.append(provider.get());
    m_owned.push_back(std::move(provider));
    m_model->setProviders(m_providers);
}

void CommandPalette::open(const QString &text)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_field->setText(text);
    search();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    const QPointer<QWidget> before = m_before;
    m_before.clear();
    hide();
    if (before)
        before->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

/// Centred at the top of what it lies over, as high as its lines.
void CommandPalette::place()
{
    const QRect window = parentWidget()->rect();
    const int top = m_anchor ? m_anchor->mapTo(parentWidget(), QPoint()).y() : window.top();
    const int width = std::min(m_theme.scaled(640), window.width() * 9 / 10);
    int lines = 0;
    for (int row = 0; row < std::min(m_model->rowCount(), rowsShown); ++row)
        lines += m_list->sizeHintForRow(row);
    const int whole = lines + 2 * m_list->frameWidth();
    m_list->setFixedHeight(whole);
    layout()->activate();
    const bool wraps = layout()->hasHeightForWidth();
    const int wanted = wraps ? layout()->totalHeightForWidth(width) : layout()->totalSizeHint().height();
    const int height = std::min(wanted, window.bottom() - top);
    // With large text the rest of its lines are scrolled to.
    m_list->setFixedHeight(std::max(m_list->sizeHintForRow(0), whole - (wanted - height)));
    setGeometry(window.left() + (window.width() - width) / 2, top, width, height);
}

void CommandPalette::search()
{
    m_model->search(m_field->text());
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    if (any)
        m_list->setCurrentIndex(m_model->index(0));
    place();
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: runSelected(); return true;
    case Qt::Key_Up: moveBy(-1); return true;
    case Qt::Key_Down: moveBy(1); return true;
    case Qt::Key_PageUp: moveBy(-rowsShown); return true;
    case Qt::Key_PageDown: moveBy(rowsShown); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: dismiss(); return true;
    default: return false;
    }
}

void CommandPalette::moveBy(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(m_list->currentIndex().row() + rows, 0, last)));
}

/// What cannot be done stays selected, with its reason in sight.
void CommandPalette::runSelected()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const PaletteItem item = m_model->item(index.row());
    if (!item.whyNot.isEmpty())
        return;
    if (!item.replacement.isEmpty()) {
        m_field->setText(item.replacement);
        return;
    }
    dismiss();
    if (item.run)
        item.run();
}

/// Somebody clicked elsewhere: the palette goes, the keyboard stays there.
void CommandPalette::focusMoved(QWidget *now)
{
    if (!isVisible() || !now || now == this || isAncestorOf(now) || now->window() != window())
        return;
    m_before.clear();
    hide();
}

} // namespace fireline::views
