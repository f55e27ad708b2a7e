// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orders/workform.h"

#include <QHash>

namespace fireline::views {

/// The words that one deed needs or may have: why it failed, what came of it; and whose deed it was. What was begun for one
/// row waits for that row. GUI thread; made by the orders' panel.
class ReasonForm : public WorkForm
{
    Q_OBJECT
public:
    ReasonForm(const models::WorkQuestions &ask, Theme &theme, QWidget *parent = nullptr);
    ~ReasonForm() override;

    [[nodiscard]] QJsonObject kept() const override;
    void restore(const QJsonObject &kept) override;
    void dropDraft(const QString &id) override;

    /// `question` is the title.
    void beginFor(domain::Verb verb, const QString &ref, const QString &question);
    /// What somebody else said or did: one of these, by the words for them.
    void beginForAnother(const QString &ref, const QList<QPair<domain::Verb, QString>> &deeds);
    /// Likewise of one deed that `who` has to do: whose word it was is asked, and their name stands there already.
    void beginOnBehalf(domain::Verb verb, const QString &ref, const QString &question, const QString &who);

protected:
    [[nodiscard]] domain::Command command() const override;
    [[nodiscard]] QString missing() const override;
    void clear() override;
    void adapt() override;

private:
    /// "A12/done", or "A12/another" for what somebody else did.
    [[nodiscard]] QString subject() const override;
    [[nodiscard]] domain::Verb verb() const;
    void turnTo(const QString &ref, domain::Verb verb, const QString &question);

    QComboBox *m_deed;
    QLineEdit *m_words;
    SaidBy *m_who;
    domain::Verb m_verb = domain::Verb::Done;
    QString m_ref;
    QString m_deedWanted; ///< what was chosen before, for somebody else
    struct Draft
    {
        QString title;
        QString words;
        QString who;
        QString deed = {}; ///< somebody else's
        QString mark = {};

        [[nodiscard]] bool isEmpty() const { return words.trimmed().isEmpty() && who.trimmed().isEmpty(); }
    };
    [[nodiscard]] Draft current() const;
    QHash<QString, Draft> m_drafts;
};

} // namespace fireline::views
