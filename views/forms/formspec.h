// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace fireline::views {

/// One thing that a form asks for. A value.
struct FormInput
{
    enum class Kind { Line, Long, Choice, Check, Minutes, Person };
    QString key; ///< of the value; part of the object's name
    Kind kind = Kind::Line;
    QString label;                               ///< translated
    QString help;                                ///< translated tooltip
    QList<QPair<QString, QString>> choices = {}; ///< value and text
    QStringList completions = {};                ///< of a line: names that can be completed
    QString typist = {};                         ///< of a person: who it is where nobody is named
};

/// "who": whose word it was. The answer has no "@" and is empty where it was the typist (SaidBy).
[[nodiscard]] FormInput personInput(const QString &label, const QStringList &people, const QString &typist);

/// A form to fill in. A value.
struct FormSpec
{
    QString id; ///< what was typed into it and not sent is kept under this: "confirm/H1"
    QString title;
    QString submit; ///< translated, on the button
    QList<FormInput> inputs;
    QJsonObject values = {}; ///< what stands there at first
    QString focus = {};      ///< key; the first input where it is empty
    QJsonObject basis = {};  ///< what the words are written upon: kept with them, not shown; "aside" are words that gave way
    QString note = {};       ///< translated; what to know before it is sent
};

} // namespace fireline::views
