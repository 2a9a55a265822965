//! Things to await that Tokio does not bring ready-made.

use kernel::Timer;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::unix::AsyncFd;
use tokio::io::Interest;

/// I/O that completes after a given time without anybody's help: a timerfd, which reaches the task through Tokio's
/// I/O driver as any socket does. (A helper thread that writes to a pipe would compete for processors; Tokio's own
/// timers would not be I/O, and come in whole milliseconds.)
struct Reply(AsyncFd<Timer>);

impl Reply {
    fn new() -> io::Result<Self> {
        AsyncFd::with_interest(Timer::new()?, Interest::READABLE).map(Reply)
    }

    async fn after(&self, length: Duration) -> io::Result<()> {
        self.0.get_ref().set(length)?;
        loop {
            let mut guard = self.0.readable().await?;
            if guard.try_io(|timer| timer.get_ref().read()).is_ok() {
                return Ok(());
            }
        }
    }
}

/// Replies that are ready for use: a service awaits I/O on connections that it has, and does not open a file for each.
pub struct Replies(Mutex<Vec<Reply>>);

/// As many tasks at once await I/O without making a descriptor.
const PREPARED: usize = 512;

impl Replies {
    /// Within a runtime.
    pub fn prepare() -> io::Result<Self> {
        let replies = (0..PREPARED).map(|_| Reply::new()).collect::<io::Result<Vec<_>>>()?;
        Ok(Replies(Mutex::new(replies)))
    }

    pub async fn after(&self, length: Duration) -> io::Result<()> {
        let prepared = self.0.lock().unwrap().pop();
        let reply = match prepared {
            Some(reply) => reply,
            None => Reply::new()?,
        };
        reply.after(length).await?;
        self.0.lock().unwrap().push(reply);
        Ok(())
    }
}

/// Wakes its own task, then returns pending, once.
#[derive(Default)]
pub struct SelfWake {
    woken: bool,
}

impl Future for SelfWake {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.woken {
            return Poll::Ready(());
        }
        self.woken = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
