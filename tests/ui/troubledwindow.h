// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "livewindow.h"
#include "shell/messagebar.h"
#include "windowprogram.h"

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

namespace fireline::test {

using namespace Qt::StringLiterals;

/// A file with a few entries, on its own.
class MadeFile
{
public:
    explicit MadeFile(const QString &process = u"severity-ladder"_s, const QString &severity = u"1"_s);
    [[nodiscard]] QString path() const { return m_folder.filePath(u"checkout.fireline"_s); }
    [[nodiscard]] QString beside(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray bytes() const { return bytesOf(path()); }
    void write(const QByteArray &bytes) const;
    [[nodiscard]] static QByteArray bytesOf(const QString &path);

private:
    QTemporaryDir m_folder;
};

/// Settings and register of the program's own, empty.
class Home
{
public:
    Home()
    {
        for (const auto &[variable, folder] :
             {std::pair{"XDG_DATA_HOME", "data"}, std::pair{"XDG_CONFIG_HOME", "config"}, std::pair{"XDG_STATE_HOME", "state"}})
            qputenv(variable, m_folder.filePath(QString::fromLatin1(folder)).toLocal8Bit());
    }

private:
    QTemporaryDir m_folder;
};

views::MessageBar &messages(LiveWindow &live);
/// The message with that id, as it stands now; null where there is none. Until it is asked again.
const views::Message *said(const views::MessageBar &bar, const QString &id);
/// The one window, once its record is in it: it is there before that (and may make room for a backup).
window::IncidentWindow *filledWindow(const window::WindowProgram &program);
/// As when the record turns out to be another than was written.
void stopWriting(LiveWindow &live);
void press(const views::Message &message, const QString &button);
/// The place is chosen, as a person would in the dialog that came up.
void choosePlace(QWidget *window, const QString &path);
/// Of every entry in that file; empty where it does not verify.
QStringList textsIn(const QString &path);
/// Into quick entry, and Enter.
void enterLine(LiveWindow &live, const QString &line);

} // namespace fireline::test
