// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/formrules.h"
#include "rules/rulecontext.h"

#include <QList>
#include <QString>

namespace fireline::domain {

/// One section or field that a review is made of. A value.
struct ReviewPart
{
    QString key;  ///< as the record keeps it: the section's name, or the field's id
    QString name; ///< for people
    QString text; ///< what is written now
    FormField::Need need = FormField::Need::Optional;
    bool isField = false;
    bool missing = false;  ///< the review cannot be closed without it
    QString source;        ///< row of the document that asks for it; empty where a person added it
    QList<Notice> remarks; ///< what the process's lints find in it
};

/// One condition of a gate before a review or the incident is closed. A value.
struct ClosingNeed
{
    QString gate;
    int item = 0; ///< 1-based, as /gate takes it
    Act before = Act::Close;
    QString text;
    QString source;
    QString system;  ///< "review.exported" where it waits for that alone
    QStringList who; ///< Who words: whose work it is
    QString line;    ///< of quick entry: the deed that makes it true, or the word that confirms it; may be empty
    RuleEffect effect = RuleEffect::Refuse;
    bool met = false;
    bool byHand = false;      ///< somebody confirmed it
    bool confirmable = false; ///< a person may confirm it; otherwise it ticks itself
};

/// Sections in the order of the process's form, then what was added beside them, then fields. Pure.
[[nodiscard]] QList<ReviewPart> reviewParts(const ReviewDef &review, const RuleContext &context);

/// What the lints find in words that are being typed into a review, and marks in it that fill nothing in.
[[nodiscard]] QList<Notice> reviewRemarks(const ReviewDef &review, const QString &text, const RuleContext &context);

/// The conditions of every gate that applies now and stands before `before` (review.close, close), in the order of the file.
[[nodiscard]] QList<ClosingNeed> closingNeeds(Act before, const RuleContext &context);

} // namespace fireline::domain
