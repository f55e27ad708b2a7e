// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>

// Text with names in it (decisions 19). Process files write {name}; Mustache sections {{#name}}…{{/name}} and {{^name}}…{{/name}} may
// stand beside them. A name is a field, a fact, a role or one of autoNames().
namespace fireline::domain {

/// Names the program fills itself wherever a template or a form asks for them.
[[nodiscard]] const QStringList &autoNames();

struct TemplateNames
{
    QStringList names; ///< each once, in order
    QString problem;   ///< translated; empty when the text is well formed
};

/// The names a text uses, or what is wrong with its braces.
[[nodiscard]] TemplateNames templateNames(const QString &text);

/// How a value is written where its name stands.
using TemplateWords = std::function<QString(const QJsonValue &)>;

/// The text with every name replaced. Values: strings, numbers, booleans, or arrays of strings for sections (the entry is
/// {{.}}). A section over nothing, an empty text or false is left out. `words` spells a value, also a missing one; by default
/// lists are joined by semicolons and what is missing is empty. Nothing is escaped and values are never read as templates.
/// Returns the text as it stands when its braces are not well formed.
[[nodiscard]] QString renderTemplate(const QString &text, const QJsonObject &values, const TemplateWords &words = {});

} // namespace fireline::domain
