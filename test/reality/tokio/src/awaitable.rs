//! Things to await that Tokio does not bring ready-made.

use kernel::Timer;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::unix::AsyncFd;
use tokio::io::Interest;

/// I/O that completes after a given time without anybody's help: a timerfd, which reaches the task through Tokio's
/// I/O driver as any socket does. (A helper thread that writes to a pipe would compete for processors; Tokio's own
/// timers would not be I/O, and come in whole milliseconds.)
pub struct Reply(AsyncFd<Timer>);

impl Reply {
    pub fn new() -> io::Result<Self> {
        AsyncFd::with_interest(Timer::new()?, Interest::READABLE).map(Reply)
    }

    pub async fn after(&self, length: Duration) -> io::Result<()> {
        self.0.get_ref().set(length)?;
        loop {
            let mut guard = self.0.readable().await?;
            if guard.try_io(|timer| timer.get_ref().read()).is_ok() {
                return Ok(());
            }
        }
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
