// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/graphquery.h"

#include <QWidget>

class QPushButton;

namespace fireline::views {

class ProposalText;
class Theme;

/// What the graphs propose: a button for each part of it that a person may take over into quick entry, and the words, which the
/// panel puts where they leave the graphs their room. Nothing is set by it. There while something is proposed. GUI thread; owned
/// by the panel; the theme outlives it.
class ProposalBar : public QWidget
{
    Q_OBJECT
public:
    ProposalBar(Theme &theme, QWidget *parent);

    void propose(const GraphOffer &offer);
    /// The same, of which something was recorded meanwhile: the keyboard stays where it is, or goes to "Aside" where that is gone.
    void refresh(const GraphOffer &offer);
    [[nodiscard]] const GraphOffer &offer() const { return m_offer; }
    [[nodiscard]] bool isOpen() const { return !m_offer.text.isEmpty(); }
    [[nodiscard]] ProposalText *text() const { return m_text; }
    /// The keyboard to the first of its buttons.
    void focusFirst();
    /// Into quick entry, where there is one that the record has not.
    void takeStart();
    void takeEnd();

signals:
    /// When an impact may have been, by that series.
    void impactRequested(int series);
    /// What the mitigation with that event did.
    void effectRequested(const QString &eventId);
    void entryRequested(const QString &line);
    void offerChanged();
    /// What is offered is the same; its words want more room, or less.
    void roomChanged();
    /// Put aside by hand: the keyboard goes back to where it was.
    void leftAside();

protected:
    bool event(QEvent *event) override;

private:
    void showOffer(const GraphOffer &offer);
    void showTheme();

    Theme &m_theme;
    GraphOffer m_offer;
    ProposalText *m_text;
    QPushButton *m_start;
    QPushButton *m_end;
    QPushButton *m_effect;
    QPushButton *m_away;
};

} // namespace fireline::views
