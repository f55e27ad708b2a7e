// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/sectioneditor.h"

#include "access/readablenote.h"
#include "actions/readscontrol.h"
#include "forms/detailsbrowser.h"
#include "forms/flowlayout.h"
#include "forms/inlineform.h"
#include "forms/panelbutton.h"
#include "review/reviewmodel.h"
#include "review/reviewoutline.h"
#include "review/sectionchange.h"
#include "review/sectionheads.h"
#include "review/sectionpicture.h"
#include "review/sectionpreview.h"
#include "review/sourcechooser.h"
#include "spelling/spelltext.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int rest = 150;          // ms without a key until the preview follows
constexpr int outlineFrom = 420;   // width; all at 100 %
constexpr int besideFrom = 760;    // of text and preview together
constexpr int belowFrom = 430;     // height
constexpr int mostOfOutline = 260; // width

QSplitter *splitter(const QString &name, QWidget *parent)
{
    auto *made = new QSplitter(Qt::Horizontal, parent);
    made->setObjectName(name);
    made->setChildrenCollapsible(false);
    return made;
}

} // namespace

SectionEditor::SectionEditor(models::ReviewModel &model, InlineForm &form, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_form(form)
    , m_theme(theme)
    , m_change(new SectionChange(model, form, theme, times, this))
    , m_heads(new SectionHeads([this] { return text(); }, this))
    , m_outline(new ReviewOutline(model, theme, this))
    , m_parts(splitter(u"reviewEditorParts"_s, this))
    , m_desk(splitter(u"reviewEditorDesk"_s, this))
    , m_page(new QWidget(this))
    , m_side(new QStackedWidget(this))
    , m_preview(new SectionPreview(this))
    , m_chooser(new SourceChooser(model.sources(), theme, this))
    , m_difference(new DetailsBrowser(u"reviewDifference"_s, tr("Difference of the two texts"),
                                      tr("Your text and the record’s, compared word by word."), this))
{
    setObjectName(u"reviewEditor"_s);
    buildPage();
    buildSide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_change);
    column->addWidget(m_parts, 1);
    m_later.setSingleShot(true);
    m_later.setInterval(rest);
    connect(&m_later, &QTimer::timeout, this, &SectionEditor::showNow);
    connect(&model, &models::ReviewModel::situationChanged, this, &SectionEditor::showLater);
    connect(&model, &models::ReviewModel::situationChanged, m_change, &SectionChange::look);
    connect(&form, &InlineForm::waitingChanged, this, [this] { showOutline(); });
    connect(m_outline, &ReviewOutline::sectionRequested, this, &SectionEditor::sectionRequested);
    connect(m_outline, &ReviewOutline::lineRequested, m_heads, &SectionHeads::goTo);
    connect(m_heads, &SectionHeads::textRequested, this, &SectionEditor::showText);
    connect(m_chooser, &SourceChooser::chosen, this, &SectionEditor::insert);
    connect(m_chooser, &SourceChooser::closed, this, &SectionEditor::closeChooser);
    connect(m_change, &SectionChange::differenceRequested, this, &SectionEditor::turnDifference);
    connect(m_change, &SectionChange::chosen, this, &SectionEditor::closeChooser);
    end();
}

void SectionEditor::buildPage()
{
    m_bar = new QWidget(m_page);
    auto *row = new FlowLayout(m_bar);
    m_choose = button(u"reviewInsert"_s, tr("From the record…"), m_bar);
    m_turn = button(u"reviewTurn"_s, tr("Preview"), m_bar);
    m_turn->setCheckable(true);
    markReading(*m_turn);
    m_retake = new SectionPicture(
        m_model, [this] { return text(); }, m_bar);
    for (QPushButton *each : {m_choose, m_turn, static_cast<QPushButton *>(m_retake)})
        row->addWidget(each);
    m_note = new QWidget(m_page);
    m_noteText = new QLabel(m_note);
    m_noteText->setObjectName(u"reviewOutdated"_s);
    m_noteText->setWordWrap(true);
    m_noteText->setTextFormat(Qt::PlainText);
    readAloud(*m_noteText);
    m_refresh = button(u"reviewRefresh"_s, tr("Take it anew"),
                       tr("Puts what the record says now in place of the piece; Ctrl+Z in the text takes it back."), m_note);
    auto *note = new QHBoxLayout(m_note);
    note->setContentsMargins(m_theme.scaled(4), 0, m_theme.scaled(4), m_theme.scaled(2));
    note->addWidget(m_noteText, 1);
    note->addWidget(m_refresh);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(&m_form, 1);
    column->addWidget(m_note);
    connect(m_choose, &QPushButton::clicked, this, &SectionEditor::choose);
    connect(m_turn, &QPushButton::clicked, this, &SectionEditor::turnPreview);
    connect(m_refresh, &QPushButton::clicked, this, &SectionEditor::refresh);
}

void SectionEditor::buildSide()
{
    m_side->addWidget(m_preview);
    m_side->addWidget(m_chooser);
    m_side->addWidget(m_difference);
    m_desk->addWidget(m_page);
    m_desk->addWidget(m_side);
    m_desk->setStretchFactor(0, 1);
    m_desk->setStretchFactor(1, 1);
    m_parts->addWidget(m_outline);
    m_parts->addWidget(m_desk);
    m_parts->setStretchFactor(0, 0);
    m_parts->setStretchFactor(1, 1);
    setTabOrder(m_outline, m_choose);
    setTabOrder(m_choose, m_turn);
}

void SectionEditor::setTools(const WritingTools &tools)
{
    m_tools = tools;
    m_preview->setPictures(tools.picture);
    m_retake->setTools(tools);
    m_turn->setVisible(bool(tools.html));
    showLater();
}

QPlainTextEdit *SectionEditor::text() const
{
    return isWriting() ? qobject_cast<QPlainTextEdit *>(m_form.input(u"text"_s)) : nullptr;
}

void SectionEditor::begin(const QString &section)
{
    const bool wasWriting = isWriting();
    m_section = section;
    m_turned = false;
    turnTo(m_preview);
    QPlainTextEdit *field = text();
    if (!field)
        return end();
    if (m_tools.spelling)
        new SpellText(*field, *m_tools.spelling, m_theme);
    QTextOption option = field->document()->defaultTextOption();
    option.setTextDirection(Qt::LayoutDirectionAuto);
    field->document()->setDefaultTextOption(option);
    connect(field, &QPlainTextEdit::textChanged, this, &SectionEditor::showLater);
    // As it is seen: the form's own parts are made anew for each section.
    QWidget *before = m_outline;
    const QString form = m_form.objectName();
    for (QWidget *part : QList<QWidget *>{m_choose, m_turn, m_retake, field, m_form.findChild<QWidget *>(form + u"Send"_s),
                                          m_form.findChild<QWidget *>(form + u"Aside"_s), m_refresh, m_preview}) {
        setTabOrder(before, part);
        before = part;
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_bar->show();
    m_change->follow(section);
    m_retake->follow();
    showOutline();
    arrange();
    if (!wasWriting) {
        m_parts->setSizes({m_outline->sizeHint().width(), std::max(1, width() - m_outline->sizeHint().width())});
        m_desk->setSizes({1000, 1000});
    }
    showNow();
    field->setFocus(Qt::OtherFocusReason);
}

void SectionEditor::end()
{
    m_section.clear();
    m_later.stop();
    m_change->follow({});
    m_retake->follow();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_bar->hide();
    m_note->hide();
    m_outline->hide();
    m_side->hide();
    m_page->show();
}

/// Text and preview beside each other where both can be read; else one below the other; else one at a time.
void SectionEditor::arrange()
{
    if (!isWriting())
        return;
    const bool outline = width() >= m_theme.scaled(outlineFrom);
    m_outline->setVisible(outline);
    m_outline->setMaximumWidth(m_theme.scaled(mostOfOutline));
    const int room = width() - (outline ? m_outline->width() : 0);
    const Place place = room >= m_theme.scaled(besideFrom)      ? Place::Beside
                        : height() >= m_theme.scaled(belowFrom) ? Place::Below
                                                                : Place::Instead;
    const bool moved = place != m_place;
    m_place = place;
    m_desk->setOrientation(place == Place::Below ? Qt::Vertical : Qt::Horizontal);
    const bool choosing = m_side->currentWidget() != m_preview; // or comparing
    const bool preview = m_tools.html && (place == Place::Instead ? m_turned : m_wantsPreview);
    m_page->setVisible(place != Place::Instead || !(preview || choosing));
    m_side->setVisible(preview || choosing);
    m_turn->setChecked(preview && !choosing);
    if (moved)
        m_desk->setSizes({1000, 1000});
}

void SectionEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace fireline::views
