// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/handoverpanel.h"

#include "actions/actionregistry.h"
#include "forms/detailsbrowser.h"
#include "forms/inlineform.h"
#include "forms/panelbutton.h"
#include "forms/waitingwords.h"
#include "handover/handoverdelegate.h"
#include "handover/handovermodel.h"
#include "handover/handovertext.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace h = models::handover;

namespace {

QLabel *label(const QString &name, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setObjectName(name);
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

void setText(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
    label->setVisible(!text.isEmpty());
}

void setInk(QLabel *label, const Theme &theme, Ink ink)
{
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.ink(ink));
    label->setPalette(palette);
}

void allow(QPushButton *button, const QString &whyNot, const QString &help)
{
    button->setEnabled(whyNot.isEmpty());
    button->setToolTip(whyNot.isEmpty() ? help : whyNot);
}

} // namespace

HandoverPanel::HandoverPanel(models::HandoverModel &model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"handoverPanel"_s);
    buildUi();
    connectModel();
    connect(&theme, &Theme::changed, this, &HandoverPanel::showTheme);
    connect(&times, &TimeDisplay::changed, this, &HandoverPanel::showState);
    connect(&times, &TimeDisplay::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    showTheme();
    selectNext();
}

QWidget *HandoverPanel::firstFocus() const
{
    return m_view;
}

void HandoverPanel::buildUi()
{
    auto *column = new QVBoxLayout(this);
    m_status = label(u"handoverStatus"_s, this);
    m_fatigue = label(u"handoverFatigue"_s, this);
    m_end = label(u"handoverEnd"_s, this);
    m_steps = label(u"handoverStepsTitle"_s, this);
    m_claim = button(u"handoverClaim"_s, tr("Take command"), this);
    buildList();
    m_next = button(u"handoverNext"_s, {}, this);
    column->addWidget(m_status);
    column->addWidget(m_claim, 0, Qt::AlignLeading);
    column->addWidget(m_fatigue);
    column->addWidget(m_end);
    column->addWidget(m_steps);
    column->addWidget(m_view, 2);
    column->addWidget(m_next);
    buildButtons();
    m_sitrep = new DetailsBrowser(u"handoverReportText"_s, tr("Situation report of this handover"),
                                  tr("The report that was given, to be read back aloud."), this);
    column->addWidget(m_sitrep, 3);
    m_form = new InlineForm(u"handoverForm"_s, m_theme, this);
    auto *waiting = new WaitingWords(u"handoverWaiting"_s, *m_form, m_theme, this);
    connect(waiting, &WaitingWords::resumeRequested, this, &HandoverPanel::resume);
    connect(waiting, &WaitingWords::entryRequested, this, &HandoverPanel::entryRequested);
    column->addWidget(waiting);
    column->addWidget(m_form, 3);
    connect(m_form, &InlineForm::submitted, this, &HandoverPanel::take);
    connect(m_form, &InlineForm::closed, m_view, [this] {
        showState();
        // Where all that is left is another person's last word, the keyboard stands on the way back and not on that word.
        const int next = m_model.nextRow();
        QWidget *to = next >= 0 && isTheirLastWord(m_model.step(next)) ? static_cast<QWidget *>(m_decline) : m_view;
        to->setFocus(Qt::OtherFocusReason);
    });
}

void HandoverPanel::buildList()
{
    m_view = new QListView(this);
    m_view->setObjectName(u"handoverSteps"_s);
    m_view->setAccessibleName(tr("Steps of the handover"));
    m_view->setToolTip(tr("Enter does the selected step."));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new HandoverDelegate(m_theme, m_times, this));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setWordWrap(true); // or the list would keep its rows as high as they were in another width
    connect(m_view, &QListView::activated, this, [this](const QModelIndex &index) { doStep(index.row()); });
}

void HandoverPanel::buildButtons()
{
    m_offer = button(u"handoverOffer"_s, tr("Hand over…"), this);
    m_report = button(u"handoverReport"_s, tr("Situation report…"), this);
    m_decline = button(u"handoverDecline"_s, tr("Call it off…"), this);
    m_takeOver = button(u"handoverTakeOver"_s, tr("Take over…"), this);
    m_buttons = new QWidget(this);
    auto *grid = new QGridLayout(m_buttons);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_offer, 0, 0);
    grid->addWidget(m_report, 0, 1);
    grid->addWidget(m_decline, 1, 0);
    grid->addWidget(m_takeOver, 1, 1);
    layout()->addWidget(m_buttons);
    connect(m_claim, &QPushButton::clicked, this, &HandoverPanel::claim);
    connect(m_next, &QPushButton::clicked, this, &HandoverPanel::doNext);
    connect(m_offer, &QPushButton::clicked, this, &HandoverPanel::begin);
    connect(m_report, &QPushButton::clicked, this, &HandoverPanel::writeReport);
    connect(m_decline, &QPushButton::clicked, this, &HandoverPanel::decline);
    connect(m_takeOver, &QPushButton::clicked, this, &HandoverPanel::takeOver);
}

void HandoverPanel::connectModel()
{
    connect(&m_model, &models::HandoverModel::boardChanged, this, [this] {
        showState();
        selectNext();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                if (roles == QList<int>{h::LeftRole})
                    return; // a second passed
                m_view->doItemsLayout();
                showState();
                selectNext();
            });
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &HandoverPanel::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &HandoverPanel::showState);
}

void HandoverPanel::showTheme()
{
    const int gap = m_theme.scaled(4);
    layout()->setContentsMargins(gap, gap, gap, gap);
    layout()->setSpacing(gap);
    m_view->doItemsLayout();
    showState();
}

void HandoverPanel::showState()
{
    showTexts();
    showButtons();
    showReport();
    if (m_actions)
        m_actions->refreshLater();
}

void HandoverPanel::showTexts()
{
    const models::HandoverBoard &board = m_model.board();
    const bool vacant = board.holder.isEmpty() && !board.over && !board.running;
    setWindowTitle(board.running ? tr("Handover to %1").arg(board.to)
                   : vacant      ? tr("Handover: ▲ nobody has command")
                                 : tr("Handover"));
    setText(m_status, handoverStatus(board, m_times));
    setInk(m_status, m_theme, vacant ? Ink::Error : board.running ? Ink::Warn : Ink::Text);
    QFont bold = m_theme.textFont();
    bold.setWeight(QFont::DemiBold);
    m_status->setFont(bold);
    setText(m_fatigue, fatigueText(board, m_times));
    setInk(m_fatigue, m_theme, board.tenure.load == models::tenure::Over ? Ink::Error : Ink::Warn);
    // One word away from what no key undoes.
    const int next = m_model.nextRow();
    const bool last = next >= 0 && m_model.step(next).kind == h::Accept;
    setText(m_end, last ? handoverLastWord(board) : handoverEnd(board, m_times));
    setInk(m_end, m_theme, Ink::Muted);
    setText(m_steps, board.source.isEmpty() ? tr("The process names no steps; command moves with the words “I have command”.")
                                            : tr("Steps of the process (%1):").arg(board.source));
    setInk(m_steps, m_theme, Ink::Muted);
}

void HandoverPanel::showButtons()
{
    const models::HandoverBoard &board = m_model.board();
    const int next = m_model.nextRow();
    m_claim->setVisible(board.holder.isEmpty() && !board.over && !board.running);
    m_claim->setToolTip(tr("You command the incident from now on."));
    // A form has keys and buttons of its own, and wants the room.
    m_buttons->setVisible(m_form->isHidden());
    m_next->setVisible(next >= 0 && m_form->isHidden());
    if (next >= 0) {
        const models::HandoverRow &step = m_model.step(next);
        m_next->setText(step.state == h::Waits ? tr("Looking on until %1").arg(m_times.dayMinute(step.readyAt)) : stepText(step));
        m_next->setAccessibleName(m_next->text());
    }
    allow(m_next, nextWhyNot(), tr("Does the next step of the handover (Enter in the list)."));
    allow(m_offer, offerWhyNot(), tr("Offers command to somebody; it does not move before they say so (Ctrl+Shift+T)."));
    m_report->setText(m_form->hasDraft(u"sitrep"_s) ? tr("Situation report (begun)…") : tr("Situation report…"));
    m_report->setAccessibleName(m_report->text());
    allow(m_report, reportWhyNot(), tr("Drafts the situation report from the record, for you to correct (Ctrl+Shift+I)."));
    allow(m_decline, declineWhyNot(), tr("Either side can call the handover off; command stays where it is."));
    allow(m_takeOver, takeOverWhyNot(), tr("You take command without a handover, when its holder does not answer."));
}

void HandoverPanel::showReport()
{
    const models::HandoverBoard &board = m_model.board();
    const bool shown = board.running && board.sitrepAt.isSet() && m_form->isHidden();
    m_sitrep->setVisible(shown);
    if (shown && m_sitrep->toPlainText() != board.sitrep)
        m_sitrep->setPlainText(board.sitrep);
}

// The keyboard begins where the handover is.
void HandoverPanel::selectNext()
{
    const int next = m_model.nextRow();
    m_view->setCurrentIndex(m_model.index(std::max(0, next)));
}

} // namespace fireline::views
