// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewpanel.h"

#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "forms/flowlayout.h"
#include "forms/inlineform.h"
#include "forms/panelbutton.h"
#include "forms/waitingwords.h"
#include "review/reviewcommands.h"
#include "review/reviewdelegate.h"
#include "review/reviewmodel.h"
#include "review/reviewplaces.h"
#include "review/reviewtimelinebox.h"
#include "review/reviewtimelinemodel.h"
#include "review/reviewview.h"
#include "review/reviewwhynot.h"
#include "review/sectioneditor.h"
#include "text/timedisplay.h"
#include "theme/theme.h"
#include "timeline/timelineroles.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace r = models::review;

namespace {

QSplitter *splitter(QWidget *above, QWidget *below, const Theme &theme, QWidget *parent)
{
    auto *parts = new QSplitter(Qt::Vertical, parent);
    parts->setObjectName(u"reviewParts"_s);
    parts->setChildrenCollapsible(false);
    parts->addWidget(above);
    parts->addWidget(below);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setSizes({theme.scaled(600), theme.scaled(300)});
    return parts;
}

QLabel *words(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ReviewPanel::ReviewPanel(models::ReviewModel &model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"reviewPanel"_s);
    setWindowTitle(tr("Review"));
    buildUi();
    connectModel();
    connect(&theme, &Theme::changed, this, &ReviewPanel::showTheme);
    connect(&times, &TimeDisplay::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    fillReviews();
    showTheme();
    m_model.setWatched(isVisible());
}

void ReviewPanel::showEvent(QShowEvent *event)
{
    m_model.setWatched(true);
    QWidget::showEvent(event);
}

void ReviewPanel::hideEvent(QHideEvent *event)
{
    m_model.setWatched(false);
    QWidget::hideEvent(event);
}

QWidget *ReviewPanel::firstFocus() const
{
    return m_view;
}

void ReviewPanel::buildHead()
{
    m_reviews = new QComboBox(this);
    m_reviews->setObjectName(u"reviewWhich"_s);
    m_reviews->setAccessibleName(tr("Which review"));
    m_reviews->setToolTip(tr("The process asks for these reviews."));
    markReading(*m_reviews);
    m_stage = new QLabel(this);
    m_stage->setObjectName(u"reviewStage"_s);
    m_stage->setTextFormat(Qt::PlainText);
    m_invitation = new QWidget(this);
    auto *row = new QHBoxLayout(m_invitation);
    row->setContentsMargins(m_theme.scaled(8), 0, m_theme.scaled(8), m_theme.scaled(4));
    m_empty = words(u"reviewEmpty"_s, m_invitation);
    m_begin = new QPushButton(m_invitation);
    m_begin->setObjectName(u"reviewBegin"_s);
    m_begin->setAutoDefault(false);
    row->addWidget(m_empty, 1);
    row->addWidget(m_begin);
    connect(m_begin, &QPushButton::clicked, this, [this] {
        const QModelIndex first = firstBlankSection(m_model);
        first.isValid() ? open(first) : openItem({}, {});
    });
    connect(m_reviews, &QComboBox::activated, this, [this] { m_model.setReview(m_reviews->currentData().toString()); });
}

QWidget *ReviewPanel::buildButtons()
{
    auto *head = new QWidget(this);
    auto *flow = new FlowLayout(head);
    flow->addWidget(m_reviews);
    flow->addWidget(m_stage);
    const auto add = [&](const QString &name, const QString &text, void (ReviewPanel::*act)()) {
        auto *made = button(name, text, head);
        connect(made, &QPushButton::clicked, this, act);
        flow->addWidget(made);
        m_buttons.append(made);
    };
    add(u"reviewSchedule"_s, tr("Schedule…"), &ReviewPanel::schedule);
    add(u"reviewHold"_s, tr("It was held…"), &ReviewPanel::hold);
    add(u"reviewExport"_s, tr("Export…"), &ReviewPanel::exportIt);
    markReading(*m_buttons.last());
    add(u"reviewClose"_s, tr("Close the review"), &ReviewPanel::close);
    return head;
}

void ReviewPanel::buildUi()
{
    buildHead();
    buildList();
    QWidget *head = buildButtons();
    m_timeline = new ReviewTimelineBox(m_model.timeline(), m_theme, m_times, this);
    m_form = new InlineForm(u"reviewForm"_s, m_theme, this);
    m_editor = new SectionEditor(m_model, *m_form, m_theme, m_times, this);
    auto *waiting = new WaitingWords(u"reviewWaiting"_s, *m_form, m_theme, this);
    connect(waiting, &WaitingWords::resumeRequested, this, &ReviewPanel::resume);
    connect(waiting, &WaitingWords::entryRequested, this, &ReviewPanel::entryRequested);
    m_remarks = words(u"reviewRemarks"_s, this);
    m_remarks->hide();
    m_form->setRemarks(m_remarks);
    m_others = {head, splitter(m_view, m_timeline, m_theme, this)};
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *widget : QList<QWidget *>{head, m_invitation, waiting})
        column->addWidget(widget);
    column->addWidget(m_others.last(), 1);
    column->addWidget(m_editor);
    connect(m_form, &InlineForm::submitted, this, &ReviewPanel::take);
    connect(m_form, &InlineForm::closed, this, &ReviewPanel::closeForm);
    connect(m_editor, &SectionEditor::sectionRequested, this,
            [this](const QString &name) { resume(u"section/%1/%2"_s.arg(m_model.review(), name)); });
}

void ReviewPanel::closeForm()
{
    m_editor->end();
    giveRoom(false);
    m_remarks->hide();
    m_timeline->show();
    showState();
    m_view->setFocus(Qt::OtherFocusReason);
}

void ReviewPanel::buildList()
{
    m_view = new ReviewView(this);
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new ReviewDelegate(m_theme, m_times, this));
    connect(m_view, &QListView::activated, this, &ReviewPanel::open);
    connect(m_view, &QListView::customContextMenuRequested, this, &ReviewPanel::showMenu);
}

void ReviewPanel::connectModel()
{
    connect(&m_model, &models::ReviewModel::situationChanged, this, &ReviewPanel::showState);
    connect(&m_model, &models::ReviewModel::reviewChanged, this, &ReviewPanel::fillReviews);
    connect(m_timeline->table(), &QTreeView::activated, this,
            [this](const QModelIndex &row) { emit eventRequested(row.data(int(models::TimelineRole::EventId)).toString()); });
    for (const QAbstractItemView *view : QList<const QAbstractItemView *>{m_view, m_timeline->table()})
        connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
            if (m_actions)
                m_actions->refreshLater();
        });
    connect(m_timeline, &ReviewTimelineBox::useRequested, this, [this](const QString &words) {
        const auto section = m_model.timelineSection();
        if (!section)
            return;
        const QString block = words.isEmpty() ? u"{{timeline}}"_s : u"{{timeline %1}}"_s.arg(words);
        emit commandRequested(
            ReviewCommands::plain(domain::Verb::ReviewEdit, {{u"id"_s, m_model.review()},
                                                             {u"fields"_s, QJsonObject{{u"section"_s, section->first}}},
                                                             {u"text"_s, m_model.withTimeline(section->first, block)}}));
    });
}

void ReviewPanel::fillReviews()
{
    m_reviews->clear();
    for (const auto &[id, name] : m_model.reviews())
        m_reviews->addItem(name, id);
    m_reviews->setCurrentIndex(m_reviews->findData(m_model.review()));
    m_reviews->setVisible(m_reviews->count() > 0);
    showState();
}

void ReviewPanel::showTheme()
{
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(Ink::Warn));
    m_remarks->setPalette(palette);
    QFont bold = m_theme.textFont();
    bold.setWeight(QFont::DemiBold);
    m_stage->setFont(bold);
    m_stage->setMinimumHeight(m_reviews->sizeHint().height()); // on one line with the buttons beside it
    showState();
}

void ReviewPanel::showState()
{
    const bool none = m_model.review().isEmpty();
    m_stage->setText(none ? QString() : m_model.stageText());
    m_stage->setVisible(!none);
    for (QPushButton *button : m_buttons)
        button->setVisible(!none);
    m_buttons.last()->setEnabled(reviewing::closeWhyNot(m_model).isEmpty());
    m_buttons.last()->setToolTip(reviewing::closeWhyNot(m_model).isEmpty() ? tr("Nothing is missing any more.")
                                                                           : reviewing::closeWhyNot(m_model));
    m_buttons.at(0)->setToolTip(tr("Says when the review is to be held."));
    m_buttons.at(1)->setToolTip(tr("Says that the review was held, and who was there."));
    m_buttons.at(2)->setToolTip(tr("Writes the review into a document: Markdown, a web page or PDF."));
    const QModelIndex first = firstBlankSection(m_model);
    const bool blank = none ? m_model.rowCount() <= 3 : !m_model.record().draftedAt.isSet();
    m_empty->setText(none ? tr("The process asks for no review: write down what is to be done after the incident.")
                          : tr("Nothing is written yet."));
    m_begin->setText(first.isValid() ? tr("Write “%1”").arg(first.data().toString()) : tr("Add an action item"));
    m_begin->setAccessibleName(m_begin->text());
    m_begin->setToolTip(tr("Opens a form below; what you type is kept until it is sent."));
    m_invitation->setVisible(blank && m_form->isHidden());
    const auto section = m_model.timelineSection();
    m_timeline->follow(section ? section->first : QString(), section ? section->second : QString());
    if (m_actions)
        m_actions->refreshLater();
}

QModelIndex ReviewPanel::current() const
{
    return m_view->currentIndex();
}

} // namespace fireline::views
