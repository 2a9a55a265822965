//! An event that needs no thread.

use std::io;
use std::os::unix::io::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::time::Duration;

/// A timerfd: the kernel makes it readable at a time, and whoever polls it learns of that as of any socket.
pub struct Timer(OwnedFd);

impl Timer {
    pub fn new() -> io::Result<Self> {
        // SAFETY: a plain system call; its result is checked before anything owns it.
        let fd = unsafe {
            libc::timerfd_create(libc::CLOCK_MONOTONIC, libc::TFD_NONBLOCK | libc::TFD_CLOEXEC)
        };
        if fd < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: the descriptor is open and nobody else has it.
        Ok(Timer(unsafe { OwnedFd::from_raw_fd(fd) }))
    }

    /// Makes it readable, once, after that time.
    pub fn set(&self, length: Duration) -> io::Result<()> {
        // Zero would switch the timer off.
        let length = length.max(Duration::from_nanos(1));
        let never = libc::timespec { tv_sec: 0, tv_nsec: 0 };
        let value = libc::timespec {
            tv_sec: length.as_secs() as libc::time_t,
            tv_nsec: length.subsec_nanos() as libc::c_long,
        };
        let timer = libc::itimerspec { it_interval: never, it_value: value };
        // SAFETY: the descriptor is open, and the kernel only reads the itimerspec.
        match unsafe { libc::timerfd_settime(self.as_raw_fd(), 0, &timer, std::ptr::null_mut()) } {
            0 => Ok(()),
            _ => Err(io::Error::last_os_error()),
        }
    }

    /// Takes note of the event, so that it is not readable any more; `WouldBlock` as long as it is not.
    pub fn read(&self) -> io::Result<()> {
        let mut expirations = 0_u64;
        let size = std::mem::size_of::<u64>();
        // SAFETY: the kernel writes at most the eight bytes of `expirations`.
        let read =
            unsafe { libc::read(self.as_raw_fd(), (&mut expirations as *mut u64).cast(), size) };
        match read {
            8 => Ok(()),
            _ => Err(io::Error::last_os_error()),
        }
    }
}

impl AsRawFd for Timer {
    fn as_raw_fd(&self) -> RawFd {
        self.0.as_raw_fd()
    }
}
