// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "feed/feedmodel.h"
#include "process/formrules.h"
#include "review/reviewrows.h"

#include <QAbstractListModel>

namespace fireline::models {

class ReviewSourcesModel;
class ReviewTimelineModel;

/// Something that a form of the review asks a person for. A value.
struct ReviewQuestion
{
    QString id;
    QString name;
    QStringList choices;
    bool required = false;
    bool yesOrNo = false;
    bool person = false;
};

/// A piece of a section that was taken from the record before, where the record says something else by now. A value.
struct ReviewOutdated
{
    QString name; ///< "the timeline"
    qsizetype from = 0;
    qsizetype length = 0;
    QString now;         ///< what is to stand in its place
    bool edited = false; ///< somebody wrote in it
};

/// Who wrote what the record has of a section. A value.
struct ReviewSectionBy
{
    QString who; ///< empty where nobody is known
    domain::Instant at;
    bool own = false; ///< who works at this console
};

/// One review of the process, row by row, and what a person may ask and do about it. GUI thread; owned by the composition; the
/// feed outlives it.
class ReviewModel : public FeedModel<QAbstractListModel, ReviewRow>
{
    Q_OBJECT
public:
    explicit ReviewModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~ReviewModel() override;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// The rows of the record that the review shows.
    [[nodiscard]] ReviewTimelineModel &timeline() const { return *m_timeline; }
    /// What of the record a section can show.
    [[nodiscard]] ReviewSourcesModel &sources() const { return *m_sources; }
    [[nodiscard]] QList<ReviewOutdated> outdatedIn(const QString &text) const;
    [[nodiscard]] QString sectionText(const QString &name) const;
    [[nodiscard]] ReviewSectionBy sectionBy(const QString &name) const;
    /// Ids and names of the process's reviews; the first is shown at first.
    [[nodiscard]] QList<QPair<QString, QString>> reviews() const;
    [[nodiscard]] QString review() const { return m_review; }
    /// While nobody watches, rows and timeline stay as they are; who watches again sees the record as it is.
    void setWatched(bool watched) override;
    void setReview(const QString &id);
    /// Where it stands: not begun, drafted, scheduled, held, closed.
    [[nodiscard]] QString stageText() const;
    [[nodiscard]] domain::ReviewRecord record() const { return m_feed.state().reviews.value(m_review); }
    /// Nothing happened after the incident yet, and it is not over: the review can wait.
    [[nodiscard]] bool isResolved() const { return m_feed.state().resolvedAt.isSet() || !m_feed.state().open(); }

    /// Why the command would be refused now, with the row of the document; empty when it would be done.
    [[nodiscard]] QString whyNot(const domain::Command &command) const;
    /// What the lints of the review say of words that are being typed.
    [[nodiscard]] QStringList remarksOn(const QString &text) const;
    /// The same of an action item.
    [[nodiscard]] QStringList remarksOnItem(const QString &text, const QJsonObject &fields) const;
    /// What the process wants to know of an action item; the priority is asked for everywhere.
    [[nodiscard]] QList<ReviewQuestion> itemQuestions() const;
    [[nodiscard]] QJsonObject itemFields(const QString &id) const;
    [[nodiscard]] ReviewQuestion question(const QString &field) const;
    /// Who is to be there, in words, as /held takes them.
    [[nodiscard]] QStringList expected() const;
    [[nodiscard]] QStringList people() const;
    [[nodiscard]] domain::Instant now() const { return m_feed.now(); }
    /// A section that shows rows of the timeline, or may begin with them: its name and the words of its choice.
    [[nodiscard]] std::optional<QPair<QString, QString>> timelineSection() const;

    /// What stands in that section with its line for the timeline in place of the one before; appended where it had none.
    [[nodiscard]] QString withTimeline(const QString &section, const QString &line) const;

signals:
    /// Something beside the rows may be different.
    void situationChanged();
    void reviewChanged();

private:
    [[nodiscard]] QList<ReviewRow> rowsNow() const override { return reviewRows(m_feed, m_review); }
    void tellChanges(int row, const ReviewRow &before) override;
    void sync() override;
    void tick() override;
    void reload() override;
    void show();
    [[nodiscard]] QString sentence(const ReviewRow &row) const;
    [[nodiscard]] QString headingText(const ReviewRow &row) const;
    [[nodiscard]] QVariant moreData(const ReviewRow &row, int role) const;

    ReviewTimelineModel *m_timeline;
    ReviewSourcesModel *m_sources;
    QString m_review;
};

} // namespace fireline::models
