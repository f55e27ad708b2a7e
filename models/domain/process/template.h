// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

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

/// The text with every name replaced. Values: strings, numbers, booleans, or arrays of strings for sections (the entry is
/// {{.}}). A missing value becomes empty. Nothing is escaped and values are never read as templates. Returns the text as it
/// stands when its braces are not well formed.
[[nodiscard]] QString renderTemplate(const QString &text, const QJsonObject &values);

} // namespace fireline::domain
