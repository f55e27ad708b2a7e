// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "inbox/alertoffers.h"
#include "inbox/alerttrend.h"
#include "inbox/inboxmodel.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace fireline::views {

class ActionRegistry;
class DetailsBrowser;
class InlineForm;
class Theme;
class TimeDisplay;
class TrendView;

/// The alerts of all sources and of the record: what fires, since when, how often before, and what can be done about it (HDF-8, HDF-9,
/// HDF-32, LAD-2, NIN-31). It asks no source: who does hears it by signals and answers by slots. GUI thread; made by the composition;
/// model, theme and times outlive it.
class InboxPanel : public QWidget
{
    Q_OBJECT
public:
    InboxPanel(models::InboxModel &model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;
    /// What the sources said last; in a drill there are none. The trend is that of the selected alert.
    void setReadings(const QList<models::SourceReading> &readings, bool drill);
    void setTrend(const models::AlertTrend &trend);
    /// The alert that is selected; empty where none is.
    [[nodiscard]] const QString &selected() const { return m_told; }
    bool showItem(const QString &ref); ///< selects the alert with that number ("L3")
    /// What became of a silence that was asked for, or of its end; empty: done.
    void answered(const QString &fingerprint, const QString &whyNot);

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    void eventRequested(const QString &eventId); ///< go to this entry of the timeline
    void showRequested();                        ///< somebody asked for a row of this panel, which may be hidden
    void silenceRequested(const QString &fingerprint, fireline::domain::Span length, const QString &why);
    void endSilenceRequested(const QString &fingerprint, const QString &why);
    void declareRequested(const fireline::models::DeclarationOffer &offer);
    void settingsRequested();
    void pageRequested(const QString &address); ///< show it outside
    /// Another alert is selected; an empty text where none is.
    void currentChanged(const QString &fingerprint);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildKnown();
    void arrange();
    void buildList();
    void buildButtons(QWidget *row);
    void connectModel();
    void showTheme();
    void showState();
    void showSources();
    void showDetails();
    void showMenu(const QPoint &at);

    // inboxpanel_requests.cpp
    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] QString whyNotRow() const;
    [[nodiscard]] QString whyNot(int role) const;
    [[nodiscard]] QString whyNotEntry() const;
    [[nodiscard]] QString whyNotDeclare() const;
    [[nodiscard]] QString whyNotPage() const;
    void open();
    void link();
    void acknowledge();
    void askSilence();
    void askEndSilence();
    void prepareImpact();
    void openPage();
    void declare();
    void resume(const QString &id);
    void take(const QString &id, const QJsonObject &values);
    void takeSilence(const QModelIndex &alert, const QJsonObject &values);

    models::InboxModel &m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    QList<models::SourceReading> m_readings;
    bool m_drill = false;
    bool m_asked = false; ///< a source has been asked for what the form says
    QString m_told;       ///< the alert that was selected last
    QBoxLayout *m_parts = nullptr;
    QLabel *m_sources = nullptr;
    QPushButton *m_settings = nullptr;
    QLabel *m_empty = nullptr;
    QWidget *m_buttons = nullptr;
    QListView *m_view = nullptr;
    InlineForm *m_form = nullptr;
    QLabel *m_verdict = nullptr;
    DetailsBrowser *m_details = nullptr;
    QToolButton *m_showDetails = nullptr;
    TrendView *m_trend = nullptr;
    QPushButton *m_acknowledge = nullptr;
    QPushButton *m_link = nullptr;
    QPushButton *m_silence = nullptr;
    QPushButton *m_declare = nullptr;
    QPointer<ActionRegistry> m_actions;
};

} // namespace fireline::views
