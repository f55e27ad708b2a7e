// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What the list of hypotheses, decisions and mitigations holds, shared by its model and its view. Rows: below a heading each
/// the hypotheses, the decisions, the mitigations that were applied, and the ways to mitigate as the process lists them.
namespace fireline::models::decisions {

Q_NAMESPACE

enum Kind {
    Heading,
    Hypothesis,
    Decision,
    Mitigation,
    Option, ///< a way to mitigate that the process names
};
Q_ENUM_NS(Kind)

enum State {
    Open,
    Testing,
    Confirmed,
    RuledOut,
    Stands,   ///< a decision
    Late,     ///< a decision that was to be looked at again by now
    Replaced, ///< by a later decision
    Applied,  ///< a mitigation that nobody judged yet
    Restored,
    Partial,
    NoEffect,
    Offered, ///< a way to mitigate
};
Q_ENUM_NS(State)

enum Role {
    KindRole = Qt::UserRole + 1,
    SectionRole, ///< Kind of the rows below a heading
    CountRole,   ///< of a heading: rows below it
    IdRole,      ///< "H1"; of an option its number in the order of the process
    StateRole,
    WhoRole,           ///< who stated or decided it
    AtRole,            ///< qint64 us
    HowRole,           ///< what is done to test it
    TesterRole,        ///< who tests it
    EvidenceRole,      ///< words
    EvidenceRefRole,   ///< "E12"
    EvidenceEntryRole, ///< event id
    EvidenceTextRole,  ///< of that row
    WhyRole,           ///< it was ruled out, or taken out of the record
    EntryRole,         ///< event id of the row's own entry
    RefRole,           ///< "E7" of the same
    RevisitRole,       ///< qint64 us; 0: never
    ReplacesRole,      ///< "D1"
    ReplacedByRole,    ///< "D3"
    PollRole,          ///< "P1"
    ObjectionsRole,    ///< QStringList, person and words by turns
    AnsweredRole,      ///< int: who answered the poll
    IrreversibleRole,
    HypothesisRole, ///< of a mitigation: "H1"
    TemporaryRole,
    SpeedRole,
    UseWhenRole,
    RunRole, ///< command to copy
    SourceRole,
    RetractedRole,
};
Q_ENUM_NS(Role)

} // namespace fireline::models::decisions
