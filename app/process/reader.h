// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding.h"
#include "process/calendarspec.h"
#include "process/condition.h"
#include "process/window.h"
#include "reference.h"
#include "yamlnode.h"

#include <QCoreApplication>
#include <QDate>
#include <QStringList>
#include <QTime>

#include <optional>

namespace fireline::process {

/// Turns nodes into values, collecting every fault and every reference to an id on the way. Used for one file; one thread;
/// owned by the function that reads it.
class Reader
{
    Q_DECLARE_TR_FUNCTIONS(ProcessReader)

public:
    Reader(QString file, QList<Finding> &findings) : m_file(std::move(file)), m_findings(findings) { }

    void fault(const YamlNode &at, const QString &code, const QString &text, const QString &remedy = {});
    void faultAt(int line, int column, const QString &code, const QString &text, const QString &remedy = {});
    void refer(RefKind kind, const QString &id, const YamlNode &at, const QString &value = {});
    [[nodiscard]] const QList<Reference> &references() const { return m_references; }
    [[nodiscard]] const QString &file() const { return m_file; }

    // Each gives the value, or a default after it has recorded a fault.
    QString text(const YamlNode &node);
    /// Letters, digits, "_", "-" and ".", at most 64.
    QString id(const YamlNode &node);
    QStringList texts(const YamlNode &node);
    QStringList ids(const YamlNode &node, RefKind kind);
    /// An id that must resolve.
    QString ref(const YamlNode &node, RefKind kind);
    bool boolean(const YamlNode &node);
    int integer(const YamlNode &node, int least, int most);
    QDate date(const YamlNode &node);
    QTime timeOfDay(const YamlNode &node);
    domain::Duration duration(const YamlNode &node);
    /// An elapsed length only (no business time, no bounds).
    domain::Span span(const YamlNode &node);
    domain::Window window(const YamlNode &node);
    domain::PerSeverity perSeverity(const YamlNode &node);
    domain::Moment moment(const YamlNode &node);
    domain::Target target(const YamlNode &node);
    domain::FactRef factRef(const YamlNode &node);
    domain::Cond cond(const YamlNode &node, int depth = 0);
    /// Every {name} in the text must be one of `own` or a name that templates know (template.h).
    void checkTemplate(const YamlNode &at, const QString &text, const QStringList &own = {});

    template<typename E>
    E word(const YamlNode &node)
    {
        const QString spelled = text(node);
        if (const auto value = domain::fromWord<E>(spelled))
            return *value;
        if (!spelled.isEmpty())
            unknownWord(node, spelled, allWords<E>());
        return domain::closedWords<E>().front().value;
    }

    template<typename E>
    static QStringList allWords()
    {
        QStringList words;
        for (const auto &entry : domain::closedWords<E>())
            words.append(entry.word.toString());
        return words;
    }

    /// "unknown word" with the nearest allowed one, or all of them when there are few.
    void unknownWord(const YamlNode &at, const QString &word, const QStringList &allowed);
    [[nodiscard]] static QString suggestion(const QString &word, const QStringList &allowed);
    [[nodiscard]] bool expectList(const YamlNode &node);
    [[nodiscard]] bool expectMap(const YamlNode &node);

private:
    [[nodiscard]] std::optional<QString> scalar(const YamlNode &node);
    void argument(domain::ArgumentKind kind, const YamlNode &at, const QString &word, const QString &arg);
    domain::FactTest factTest(const YamlNode &key, const YamlNode &value);
    void factRange(const YamlNode &value, domain::FactTest &test);
    void factValue(const domain::FactTest &test, const QString &value, const YamlNode &at);

    QString m_file;
    QList<Finding> &m_findings;
    QList<Reference> m_references;
};

} // namespace fireline::process
