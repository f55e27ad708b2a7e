// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/graphquery.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QWidget>

#include <functional>

namespace fireline::models {
class MetricStore;
}

namespace fireline::views {

class InlineForm;
class Theme;

/// The form of the graphs: a query that is to be asked, or how a graph is drawn. What a person asks for leaves as a signal. GUI thread;
/// owned by the panel; store and theme outlive it.
class GraphForms : public QWidget
{
    Q_OBJECT
public:
    GraphForms(const models::MetricStore &store, Theme &theme, QWidget *parent);

    /// Whom queries can be asked; none: why.
    void setSources(const QList<GraphSource> &sources, const QString &whyNone);
    [[nodiscard]] bool hasSources() const { return !m_sources.isEmpty(); }
    /// Whom that field of the graphs asks.
    using SourceOf = std::function<QString(const QString &field)>;
    void setSourceOf(SourceOf sourceOf) { m_sourceOf = std::move(sourceOf); }

    /// What a query to this source can name, as it was asked for by namesWanted().
    void setNames(const QString &source, const QStringList &names);

    /// What was kept in the record, the newest first; asked when somebody wants it.
    using KeptOf = std::function<QList<KeptGraph>()>;
    void setKeptOf(KeptOf keptOf) { m_keptOf = std::move(keptOf); }

    void askQuery();
    [[nodiscard]] QString whyNotQuery() const;
    void askField(const QString &field);
    /// That of this entry of the timeline stands there first, or the newest.
    void askKept(const QString &eventId);
    [[nodiscard]] QString whyNotKept() const;
    [[nodiscard]] bool isOpen() const;

signals:
    /// Ask this and show it; in that field where one is named. What a file's field asks is empty.
    void queryRequested(const QString &field, const fireline::views::GraphQuery &query);
    /// Show what was kept under this hash.
    void keptRequested(const QString &sha256);
    void entryRequested(const QString &line);
    /// A query to this source is about to be typed.
    void namesWanted(const QString &source);
    void sourcesChanged();
    /// The form was opened, or closed.
    void openChanged(bool open);

private:
    void open(const QString &field);
    void take(const QString &id, const QJsonObject &values);
    [[nodiscard]] QString chosenSource() const;
    void offerNames();

    const models::MetricStore &m_store;
    InlineForm *m_form;
    QList<GraphSource> m_sources;
    QString m_whyNoSource;
    QHash<QString, QStringList> m_names; ///< by source, as they were told last
    SourceOf m_sourceOf;
    KeptOf m_keptOf;
};

} // namespace fireline::views
