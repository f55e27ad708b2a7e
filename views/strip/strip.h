// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"
#include "strip/cellwidget.h"
#include "strip/striplayout.h"
#include "strip/stripstate.h"
#include "text/timedisplay.h"

#include <QSet>
#include <QWidget>

namespace fireline::views {

/// The bar that is always in sight: what, how bad, how long, who, next, late (ux 2.4). One widget that writes itself shorter
/// when it gets narrow, so that no toolbar ever hides a cell. GUI thread; made by the window; feed, theme and times outlive
/// it.
class Strip : public QWidget
{
    Q_OBJECT
public:
    Strip(models::IncidentFeed &feed, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);
    ~Strip() override;

    /// The timeline shows what was known at `at`; unset: the present.
    void setViewing(domain::Instant at);
    [[nodiscard]] CellWidget *cell(StripCell cell) const { return m_cells.at(int(cell)); }
    /// How the record stands with a shared backend.
    void setLink(const models::LinkState &link);
    /// What a key does about a cell from anywhere: "Ctrl+Shift+L: Set the severity." Tooltips end with it.
    void setHints(const QHash<StripCell, QString> &hints);
    /// Where the keyboard goes when the strip's region is asked for.
    [[nodiscard]] QWidget *firstFocus() const;
    [[nodiscard]] models::ElapsedSince elapsedSince() const { return m_since; }
    void setElapsedSince(models::ElapsedSince since);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// Put this line into quick entry, with the cursor at its end.
    void entryRequested(const QString &line);
    /// Show where this is worked on: triage for severity and phase, the roles for command, the clock of the update that is due,
    /// the actions for what is to be called back, the state of the disk for the record.
    void detailsRequested(fireline::views::StripCell cell);
    /// Back from the past.
    void presentRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addCell(StripCell cell);
    void look();
    void place();
    [[nodiscard]] QList<CellPlace> placesAt(double textShare, const QSet<StripCell> &given = {});
    void restyle();
    void activate(StripCell cell);
    void moveFocus(int by);
    void makeStop(CellWidget *stop);
    [[nodiscard]] QList<CellWidget *> shownCells() const;
    [[nodiscard]] int bandHeight() const;

    models::IncidentFeed &m_feed;
    Theme &m_theme;
    TimeDisplay &m_times;
    models::StripState m_state;
    models::ElapsedSince m_since = models::ElapsedSince::Impact;
    domain::Instant m_viewing;
    models::LinkState m_link;
    QList<CellWidget *> m_cells; ///< by StripCell
    QHash<StripCell, QString> m_hints;
    double m_textShare = 1; ///< of the text size of the theme
};

} // namespace fireline::views
