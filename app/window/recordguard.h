// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventverifier.h"
#include "incidentcontroller.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>
#include <optional>

class QFileDialog;

namespace fireline::views {
class MainWindow;
struct MessageButton;
} // namespace fireline::views

namespace fireline::window {

/// Cares for the file of one window's record: says why it can only be looked at, recomputes once after opening whether it is
/// as it was written, and copies it to where there is room. What does not match is never repaired, and nothing is written
/// behind it any more. GUI thread; owned by the incident's window.
class RecordGuard : public QObject
{
    Q_OBJECT
public:
    RecordGuard(IncidentController &incident, views::MainWindow &window, QObject *parent = nullptr);

    /// Says what keeps the record from being written, if anything does.
    void sayWhyReadOnly(const domain::Problem &why);
    /// Verifies the file in a thread of its own and says what it finds.
    void check();

    /// What came of it when it was last verified.
    struct Check
    {
        domain::Instant at;
        qint64 events = 0;
        QString finding; ///< what does not match; empty: nothing
        QString problem; ///< why it could not be read; empty: it could
    };
    [[nodiscard]] const std::optional<Check> &lastCheck() const { return m_lastCheck; }
    [[nodiscard]] bool isChecking() const { return m_checks > 0; }

    /// Asks where, and copies: what is on the disk, and what the disk refused.
    void saveCopy();
    void saveCopyTo(const QString &target);
    void exportEvidenceTo(const QString &target);
    /// Whether all that is not saved stands in a copy.
    [[nodiscard]] bool isInCopy() const;

signals:
    /// The record is being verified.
    void checking();
    /// The record was verified, with whatever outcome.
    void checked();
    void openRequested(const QString &path);

private:
    void found(const domain::VerifyReport &report);
    void askForPlace(const QString &title, const QString &suffix, void (RecordGuard::*take)(const QString &));
    void told(const std::shared_ptr<domain::Outcome<void>> &copied, const QString &done, const QString &target, bool opens);
    [[nodiscard]] views::MessageButton copyButton();
    [[nodiscard]] QString nameOf(const domain::VerifyReport::Bad &bad) const;

    IncidentController &m_incident;
    views::MainWindow &m_window;
    QPointer<QFileDialog> m_dialog;
    QString m_finding;
    std::optional<Check> m_lastCheck;
    int m_checks = 0;       ///< on their way
    QSet<QString> m_copied; ///< ids of events that only a copy holds
};

} // namespace fireline::window
