// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace fireline::domain {

/// What went wrong, for a person and for a program. A value; any thread.
struct Problem
{
    enum class Kind {
        Refused, ///< a rule of the process or of the domain says no
        Usage,   ///< the input has no meaning here (bad syntax, unknown name)
        Parse,   ///< bytes from outside are not what they claim to be
        Io,      ///< cannot read or write
        Full,    ///< no space left
        Locked,  ///< another process has it open
        Newer,   ///< written by a newer program
        Damaged, ///< hashes or pages do not match
        NotFound,
        Internal,
    };
    Kind kind = Kind::Internal;
    QString code;   ///< stable word for programs, e.g. "gate-open"
    QString text;   ///< one translated sentence: what, where, what to do
    QString detail; ///< technical detail for the log; may be empty
    QString rule;   ///< id of the rule in the process file that refused; may be empty
    QString source; ///< requirement id of that rule (decisions 22); may be empty
};

/// A value or a Problem. No exceptions cross a layer's border: this does.
template<typename T>
class [[nodiscard]] Outcome
{
public:
    Outcome(T value) : m_content(std::in_place_index<0>, std::move(value)) { }
    Outcome(Problem problem) : m_content(std::in_place_index<1>, std::move(problem)) { }

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// Precondition: ok().
    [[nodiscard]] const T &value() const & { return std::get<0>(m_content); }
    [[nodiscard]] T &value() & { return std::get<0>(m_content); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_content)); }
    /// Precondition: !ok().
    [[nodiscard]] const Problem &problem() const { return std::get<1>(m_content); }

private:
    std::variant<T, Problem> m_content;
};

/// Success without a value, or a Problem.
template<>
class [[nodiscard]] Outcome<void>
{
public:
    Outcome() = default;
    Outcome(Problem problem) : m_problem(std::move(problem)) { }

    [[nodiscard]] bool ok() const { return !m_problem.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Problem &problem() const { return *m_problem; }

private:
    std::optional<Problem> m_problem;
};

} // namespace fireline::domain
