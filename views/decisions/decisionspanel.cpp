// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions/decisionspanel.h"

#include "actions/actionregistry.h"
#include "decisions/decisionsdelegate.h"
#include "decisions/decisionsdetails.h"
#include "decisions/decisionsmodel.h"
#include "forms/detailsbrowser.h"
#include "forms/flowlayout.h"
#include "forms/inlineform.h"
#include "forms/linesview.h"
#include "forms/panelbutton.h"
#include "forms/waitingwords.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace d = models::decisions;

namespace {

/// The closed cause in one sentence of its kind, with the row of the document that closes it.
QString closureText(const domain::CauseClosure &closure)
{
    const QString texts = closure.audiences.join(u", "_s);
    const QString row = closure.rule->cite();
    if (!closure.fields.isEmpty())
        return DecisionsPanel::tr("● %1: the field “%2” opens once a hypothesis is confirmed (%3).")
            .arg(texts, closure.fields.join(u", "_s), row);
    if (closure.opensByProof)
        return DecisionsPanel::tr("● Do not name the cause yet in: %1. It opens once a hypothesis is confirmed (%2).")
            .arg(texts, row);
    return DecisionsPanel::tr("● Do not name the cause in: %1 (%2).").arg(texts, row);
}

} // namespace

DecisionsPanel::DecisionsPanel(models::DecisionsModel &model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"decisionsPanel"_s);
    buildUi();
    connect(&theme, &Theme::changed, this, &DecisionsPanel::showTheme);
    connect(&times, &TimeDisplay::changed, this, &DecisionsPanel::showState);
    connect(&times, &TimeDisplay::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    showTheme();
}

QWidget *DecisionsPanel::firstFocus() const
{
    return m_view;
}

void DecisionsPanel::buildUi()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new FlowLayout;
    m_newHypothesis = button(u"decisionsNewHypothesis"_s, tr("New hypothesis"), this);
    m_newDecision = button(u"decisionsNewDecision"_s, tr("New decision"), this);
    row->addWidget(m_newHypothesis);
    row->addWidget(m_newDecision);
    column->addLayout(row);
    m_cause = new QLabel(this);
    m_cause->setObjectName(u"decisionsCause"_s);
    m_cause->setWordWrap(true);
    m_cause->setTextFormat(Qt::PlainText);
    column->addWidget(m_cause);
    buildList();
    column->addWidget(m_view, 3);
    m_details = new DetailsBrowser(u"decisionsDetails"_s, tr("All that is known of the selected row"),
                                   tr("All that is known of the selected row (Space closes it)."), this);
    m_details->hide();
    column->addWidget(m_details, 2);
    m_form = new InlineForm(u"decisionsForm"_s, m_theme, this);
    auto *waiting = new WaitingWords(u"decisionsWaiting"_s, *m_form, m_theme, this);
    connect(waiting, &WaitingWords::resumeRequested, this, &DecisionsPanel::resume);
    connect(waiting, &WaitingWords::entryRequested, this, &DecisionsPanel::entryRequested);
    column->addWidget(waiting);
    column->addWidget(m_form);
    connect(m_newHypothesis, &QPushButton::clicked, this, &DecisionsPanel::newHypothesis);
    connect(m_newDecision, &QPushButton::clicked, this, &DecisionsPanel::newDecision);
    connect(m_form, &InlineForm::submitted, this, &DecisionsPanel::take);
    connect(m_form, &InlineForm::closed, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
}

void DecisionsPanel::buildList()
{
    m_view = new LinesView(this);
    m_view->setObjectName(u"decisionsList"_s);
    m_view->setAccessibleName(tr("Hypotheses and decisions"));
    m_view->setToolTip(
        tr("T tests a hypothesis, C confirms it, R links what shows it, X rules it out. Space tells more, Enter goes to the "
           "evidence."));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new DecisionsDelegate(m_theme, m_times, this));
    connect(m_view, &QListView::activated, this, &DecisionsPanel::open);
    connect(m_view, &LinesView::detailsRequested, this, &DecisionsPanel::toggleDetails);
    connect(m_view, &LinesView::rowsChanged, this, &DecisionsPanel::showState);
    connect(&m_model, &models::DecisionsModel::situationChanged, this, &DecisionsPanel::showState);
    connect(m_view, &QListView::customContextMenuRequested, this, &DecisionsPanel::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &DecisionsPanel::showState);
}

void DecisionsPanel::showTheme()
{
    const int gap = m_theme.scaled(4);
    layout()->itemAt(0)->layout()->setContentsMargins(gap, gap, gap, gap);
    layout()->itemAt(0)->layout()->setSpacing(gap);
    m_cause->setContentsMargins(gap, 0, gap, gap);
    m_view->doItemsLayout();
    showState();
}

void DecisionsPanel::showState()
{
    int open = 0;
    int late = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const int state = m_model.index(row).data(d::StateRole).toInt();
        const bool hypothesis = m_model.index(row).data(d::KindRole).toInt() == d::Hypothesis;
        const bool counts = !m_model.index(row).data(d::RetractedRole).toBool();
        open += hypothesis && counts && (state == d::Open || state == d::Testing);
        late += counts && state == d::Late;
    }
    setWindowTitle(late   ? tr("Decisions: ▲ %n to look at again", nullptr, late)
                   : open ? tr("Hypotheses: %n open", nullptr, open)
                          : tr("Hypotheses and decisions"));
    const QString why = overWhyNot();
    m_newHypothesis->setEnabled(why.isEmpty());
    m_newHypothesis->setToolTip(why.isEmpty() ? tr("Says what may be behind it (Ctrl+Shift+H).") : why);
    m_newDecision->setEnabled(why.isEmpty());
    m_newDecision->setToolTip(why.isEmpty() ? tr("Records what was decided, and when to look at it again (Ctrl+Shift+D).") : why);
    showCause();
    showDetails();
    if (m_actions)
        m_actions->refreshLater();
}

void DecisionsPanel::showCause()
{
    QStringList lines;
    QStringList rows;
    for (const domain::CauseClosure &closure : m_model.causeClosures()) {
        // A field that waits for the same proof as the text around it is told with that.
        if (closure.fields.isEmpty() || !rows.contains(closure.rule->cite()))
            lines.append(closureText(closure));
        rows.append(closure.rule->cite());
    }
    const QString text = lines.join(u'\n');
    if (m_cause->text() != text)
        m_cause->setText(text);
    m_cause->setVisible(!text.isEmpty());
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(Ink::Warn));
    m_cause->setPalette(palette);
}

void DecisionsPanel::toggleDetails()
{
    m_details->setVisible(m_details->isHidden());
    showDetails();
}

void DecisionsPanel::showDetails()
{
    if (m_details->isHidden())
        return;
    m_details->say(decisionsDetails(current(), m_times));
}

bool DecisionsPanel::showItem(const QString &ref)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row);
        const int kind = index.data(d::KindRole).toInt();
        if (kind == d::Heading || kind == d::Option || index.data(d::IdRole).toString() != ref)
            continue;
        m_view->setCurrentIndex(index);
        return true;
    }
    return false;
}

QModelIndex DecisionsPanel::current() const
{
    return m_view->currentIndex();
}

int DecisionsPanel::currentKind() const
{
    return current().isValid() ? current().data(d::KindRole).toInt() : int(d::Heading);
}

} // namespace fireline::views
