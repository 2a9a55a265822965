//! Processor time, and which processors threads run on.

use std::io;
use std::time::Duration;

/// Computes for that much of the thread's own processor time, however often the kernel takes the processor away.
pub fn compute(length: Duration) {
    if length == Duration::ZERO {
        return;
    }
    let end = processor_time() + length;
    while processor_time() < end {
        std::hint::spin_loop();
    }
}

fn processor_time() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the kernel writes one timespec, which lives here.
    let result = unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut time) };
    assert_eq!(result, 0, "clock_gettime: {}", io::Error::last_os_error());
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Lets this thread, and those that it starts from now on, run on that many processors.
/// Errors where there are fewer: a scenario with `cores` cannot be measured there.
pub fn use_processors(count: usize) -> Result<(), String> {
    // SAFETY: a cpu_set_t is a plain bit set, for which zero is a value; the calls get its size.
    unsafe {
        let size = std::mem::size_of::<libc::cpu_set_t>();
        let mut available: libc::cpu_set_t = std::mem::zeroed();
        if libc::sched_getaffinity(0, size, &mut available) != 0 {
            return Err(format!("sched_getaffinity: {}", io::Error::last_os_error()));
        }
        let mut chosen: libc::cpu_set_t = std::mem::zeroed();
        for cpu in 0..libc::CPU_SETSIZE as usize {
            if libc::CPU_ISSET(cpu, &available) && (libc::CPU_COUNT(&chosen) as usize) < count {
                libc::CPU_SET(cpu, &mut chosen);
            }
        }
        let found = libc::CPU_COUNT(&chosen) as usize;
        if found < count {
            return Err(format!("the scenario wants {} processors, here are {}", count, found));
        }
        if libc::sched_setaffinity(0, size, &chosen) != 0 {
            return Err(format!("sched_setaffinity: {}", io::Error::last_os_error()));
        }
    }
    Ok(())
}

/// The processor that this thread runs on.
pub fn current_processor() -> i32 {
    // SAFETY: a plain system call without arguments.
    unsafe { libc::sched_getcpu() }
}

/// As many open files as the system lets us have: each task that awaits I/O needs one.
pub fn raise_file_limit() {
    // SAFETY: both calls get a valid rlimit; that the limit stays as it was is no error here.
    unsafe {
        let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
        if libc::getrlimit(libc::RLIMIT_NOFILE, &mut limit) == 0 {
            limit.rlim_cur = limit.rlim_max;
            libc::setrlimit(libc::RLIMIT_NOFILE, &limit);
        }
    }
}
