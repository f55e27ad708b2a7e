// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/proposalbar.h"

#include "actions/readscontrol.h"
#include "forms/panelbutton.h"
#include "metrics/proposaltext.h"
#include "theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

/// As quick entry reads it in any zone.
QString impactLine(const QString &word, domain::Instant at)
{
    return u"/impact %1 %2Z"_s.arg(word, at.toUtc().toString(u"yyyy-MM-dd HH:mm:ss"_s));
}

} // namespace

ProposalBar::ProposalBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new ProposalText(this))
    , m_start(button(u"metricsTakeStart"_s, tr("Impact began…"),
                     tr("Puts the proposed beginning into quick entry, where you change or enter it (B)."), this))
    , m_end(button(u"metricsTakeEnd"_s, tr("Impact ended…"),
                   tr("Puts the proposed end into quick entry, where you change or enter it (N)."), this))
    , m_effect(button(u"metricsTakeEffect"_s, tr("Effect…"),
                      tr("Puts the proposed effect of the mitigation into quick entry, where you change or enter it."), this))
    , m_away(button(u"metricsProposalAway"_s, tr("Aside"), tr("Puts what is proposed aside."), this))
{
    setObjectName(u"metricsProposal"_s);
    markReading(*m_away);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *each : {m_start, m_end, m_effect, m_away})
        line->addWidget(each);
    connect(m_start, &QPushButton::clicked, this, &ProposalBar::takeStart);
    connect(m_end, &QPushButton::clicked, this, &ProposalBar::takeEnd);
    connect(m_effect, &QPushButton::clicked, this, [this] { emit entryRequested(m_offer.result); });
    connect(m_away, &QPushButton::clicked, this, [this] {
        propose({});
        emit leftAside();
    });
    connect(m_text, &ProposalText::fontChanged, this, &ProposalBar::roomChanged);
    connect(&theme, &Theme::changed, this, &ProposalBar::showTheme);
    showTheme();
    hide();
}

void ProposalBar::showTheme()
{
    const int gap = m_theme.scaled(4);
    m_text->setContentsMargins(gap, 0, gap, 0);
    m_text->setFont(m_theme.captionFont());
}

void ProposalBar::refresh(const GraphOffer &offer)
{
    showOffer(offer);
    emit roomChanged();
}

void ProposalBar::showOffer(const GraphOffer &offer)
{
    m_offer = offer;
    m_text->tell(offer.text);
    const std::array shown{std::pair(m_start, offer.start && !offer.startRecorded),
                           std::pair(m_end, offer.end && !offer.endRecorded), std::pair(m_effect, !offer.result.isEmpty())};
    for (const auto &[each, is] : shown) {
        // Not to the next button: the key that is about to be pressed would enter something else.
        if (!is && each->hasFocus())
            m_away->setFocus(Qt::OtherFocusReason);
        each->setVisible(is);
    }
    setVisible(!offer.text.isEmpty());
    setAccessibleName(offer.text);
}

void ProposalBar::propose(const GraphOffer &offer)
{
    showOffer(offer);
    emit offerChanged();
    if (offer.text.isEmpty())
        return;
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

/// Escape in it puts it aside, before anything of the window that Escape would close.
bool ProposalBar::event(QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    const auto *key = isKey ? static_cast<QKeyEvent *>(event) : nullptr;
    if (!key || key->key() != Qt::Key_Escape || key->modifiers() != Qt::NoModifier)
        return QWidget::event(event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        m_away->click();
    return true;
}

void ProposalBar::focusFirst()
{
    for (QPushButton *each : {m_start, m_end, m_effect, m_away}) {
        if (!each->isHidden())
            return each->setFocus(Qt::OtherFocusReason);
    }
}

void ProposalBar::takeStart()
{
    if (m_offer.start && !m_offer.startRecorded)
        emit entryRequested(impactLine(u"start"_s, *m_offer.start));
}

void ProposalBar::takeEnd()
{
    if (m_offer.end && !m_offer.endRecorded)
        emit entryRequested(impactLine(u"end"_s, *m_offer.end));
}

} // namespace fireline::views
