// SPDX-License-Identifier: GPL-3.0-or-later
#include "passwordstore.h"

#include "sessionbus.h"

#include <QTimer>

#ifdef FIRELINE_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

#include <chrono>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::desktop {

namespace {

using namespace std::chrono_literals;
constexpr auto Patience = 10s;

QString noStore()
{
    return PasswordStore::tr("No password store is running. The password is remembered until you quit Fireline.");
}

#ifdef FIRELINE_KEYCHAIN
QString notForgotten()
{
    return PasswordStore::tr("The password store did not answer. Remove the entry “fireline” there.");
}

/// Never into a file, whatever runs or does not.
template<typename Job>
Job *jobFor(const QString &address)
{
    auto *job = new Job(u"fireline"_s);
    job->setKey(address);
    job->setInsecureFallback(false);
    return job;
}
#endif

} // namespace

PasswordStore::PasswordStore(QObject *parent) : QObject(parent) { }

PasswordStore::~PasswordStore() = default;

bool PasswordStore::isThere()
{
#ifdef FIRELINE_KEYCHAIN
    return hasSessionBus();
#else
    return false;
#endif
}

void PasswordStore::read(const QString &address, QObject *receiver, const Answer &answer)
{
    if (const auto known = m_remembered.constFind(address); known != m_remembered.constEnd())
        return answer(*known);
    if (!isThere() || address.isEmpty())
        return answer({});
#ifdef FIRELINE_KEYCHAIN
    auto *job = jobFor<QKeychain::ReadPasswordJob>(address);
    const auto once = [answer, answered = std::make_shared<bool>(false)](const QString &password) {
        if (!std::exchange(*answered, true))
            answer(password);
    };
    connect(job, &QKeychain::Job::finished, receiver,
            [job, once] { once(job->error() == QKeychain::NoError ? job->textData() : QString()); });
    // A store that is locked, and whose question nobody sees, never answers.
    QTimer::singleShot(Patience, receiver, [once] { once({}); });
    job->start();
#else
    Q_UNUSED(receiver)
#endif
}

void PasswordStore::keep(const QString &address, const QString &password, QObject *receiver, const Kept &kept)
{
    m_remembered.insert(address, password);
    m_notKept.remove(address);
    if (!isThere()) {
        if (!password.isEmpty())
            m_notKept.insert(address, noStore());
        return kept(whyNotKept(address));
    }
#ifdef FIRELINE_KEYCHAIN
    QKeychain::Job *job = nullptr;
    if (password.isEmpty()) {
        job = jobFor<QKeychain::DeletePasswordJob>(address);
    } else {
        auto *write = jobFor<QKeychain::WritePasswordJob>(address);
        write->setTextData(password);
        job = write;
    }
    // Also where nobody waits for it any more; not once another one has come in its place.
    connect(job, &QKeychain::Job::finished, this, [this, job, address, password] {
        if (job->error() != QKeychain::NoError && !password.isEmpty() && m_remembered.value(address) == password)
            m_notKept.insert(address, noStore());
    });
    connect(job, &QKeychain::Job::finished, receiver, [job, kept, forgotten = password.isEmpty()] {
        const bool done = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        kept(done ? QString() : forgotten ? notForgotten() : noStore());
    });
    job->start();
#else
    Q_UNUSED(receiver)
#endif
}

} // namespace fireline::desktop
