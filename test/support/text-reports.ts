/** Text reports as the systems write them, with everything in them invented. */

export const CRASH_TEXT = `Process:               AcmeFilter [702]
Path:                  /Library/SystemExtensions/AB/com.example.acme.filter.systemextension/Contents/MacOS/AcmeFilter
Identifier:            com.example.acme.filter
Version:               1.4 (77)
Code Type:             X86-64 (Native)
Parent Process:        launchd [1]
Responsible:           AcmeFilter [702]
User ID:               0

Date/Time:             2021-06-10 09:12:55.231 +0200
OS Version:            macOS 11.4 (20F71)
Report Version:        12

Crashed Thread:        2  Dispatch queue: NEFlow queue

Exception Type:        EXC_BAD_ACCESS (SIGSEGV)
Exception Codes:       KERN_INVALID_ADDRESS at 0x0000000000000010
Exception Note:        EXC_CORPSE_NOTIFY

Termination Signal:    Segmentation fault: 11
Termination Reason:    Namespace SIGNAL, Code 0xb
Terminating Process:   exc handler [702]

Application Specific Information:
Fatal error: flow is gone: file Acme/Flow.swift, line 12

Thread 0:: Dispatch queue: com.apple.main-thread
0   libsystem_kernel.dylib        	0x00007fff2034e2ba mach_msg_trap + 10

Thread 2 Crashed:: flow worker  Dispatch queue: NEFlow queue
0   libswift_Concurrency.dylib    	0x00007fff6a2b1234 swift::AsyncTask::flagAsAndEnqueueOnExecutor(swift::ExecutorRef) + 20
1   com.apple.NetworkExtension    	0x00007fff30b01234 -[NEAppProxyUDPFlow readDatagramsWithCompletionHandler:] + 411
2   com.example.acme.filter       	0x000000010a2b3456 closure #1 in Provider.relay(_:) + 118 (Provider.swift:55)
3   com.example.acme.filter       	0x000000010a2b4567 0x10a200000 + 738663

Binary Images:
       0x10a200000 -        0x10a2fffff +com.example.acme.filter (1.4 - 77) <11111111-2222-3333-8444-555555555500> /Library/SystemExtensions/AB/com.example.acme.filter.systemextension/Contents/MacOS/AcmeFilter
    0x7fff30a00000 -     0x7fff30cfffff com.apple.NetworkExtension (1.0 - 1) <11111111-2222-3333-8444-555555555501> /System/Library/Frameworks/NetworkExtension.framework/Versions/A/NetworkExtension
    0x7fff6a200000 -     0x7fff6a2fffff libswift_Concurrency.dylib (0) <11111111-2222-3333-8444-555555555502> /usr/lib/swift/libswift_Concurrency.dylib
`;

export const CRASH_IOS = `Incident Identifier: 7D1F1C6A-0000-4000-8000-0E9C8F1B2D44
CrashReporter Key:   0f0f0f0f
Hardware Model:      iPhone12,1
Process:             AcmeTunnel [994]
Path:                /private/var/containers/Bundle/Application/AA/Acme.app/PlugIns/AcmeTunnel.appex/AcmeTunnel
Identifier:          com.example.acme.tunnel
Version:             7 (1.2)

Date/Time:           2021-06-10 09:12:55.2310 +0200
Launch Time:         2021-06-10 09:12:00.0000 +0200
OS Version:          iPhone OS 14.6 (18F72)

Exception Type:  EXC_CRASH (SIGKILL)
Exception Codes: 0x0000000000000000, 0x0000000000000000
Termination Reason: RUNNINGBOARD 0x8badf00d
Triggered by Thread:  0

Thread 0 name:  Dispatch queue: com.apple.main-thread
Thread 0 Crashed:
0   libsystem_kernel.dylib        	0x00000001bd2b1234 0x1bd2af000 + 8756
1   AcmeTunnel                    	0x0000000104a98123 0x104a94000 + 16675

Binary Images:
0x104a94000 - 0x104aeffff AcmeTunnel arm64  <11111111222233338444555555555500> /private/var/containers/Bundle/Application/AA/Acme.app/PlugIns/AcmeTunnel.appex/AcmeTunnel
`;

export const RESOURCE = `Date/Time:        2026-03-18 14:05:10.881 +0100
End time:         2026-03-18 14:07:12.881 +0100
OS Version:       macOS 15.4 (Build 24E248)
Architecture:     arm64e
Report Version:   29

Data Source:      Microstackshots

Command:          com.example.acme.extension
Path:             /Library/SystemExtensions/AB/com.example.acme.extension.systemextension/Contents/MacOS/com.example.acme.extension
Identifier:       com.example.acme.extension
Version:          1.2 (34)
PID:              569

Event:            cpu usage
Action taken:     none
CPU:              90 seconds cpu time over 122 seconds (74% cpu average), exceeding limit of 50% cpu over 180 seconds

Heaviest stack for the target process:
  45  ??? (libsystem_pthread.dylib + 7164) [0x18f0d1bfc]
  45  Provider.pump() + 20 (com.example.acme.extension + 9000) [0x100d1bfc]
`;

export const SPINDUMP = `Date/Time:        2026-03-18 14:05:10.881 +0100
End time:         2026-03-18 14:05:13.381 +0100
OS Version:       macOS 15.4 (Build 24E248)
Report Version:   63

Data Source:      Stackshots
Command:          Acme
Event:            hang
Duration:         2.50s
Steps:            26 (100ms sampling interval)

Process:          Acme [501]
Path:             /Applications/Acme.app/Contents/MacOS/Acme
Footprint:        61.20 MB

  Thread 0x1a2b    DispatchQueue "com.apple.main-thread"(1)    26 samples (1-26)    priority 46 (base 46)
  26  start + 2000 (dyld + 24000) [0x18f000000]
    26  main + 20 (Acme + 4000) [0x100000000]
     *26  ??? (kernel.release + 1234) [0xfffffe00] (blocked by turnstile waiting for com.example.acme.extension [569])

Process:          com.example.acme.extension [569]
Path:             /Library/SystemExtensions/AB/com.example.acme.extension.systemextension/Contents/MacOS/com.example.acme.extension

  Thread 0x1a2c    DispatchQueue "NEFlow queue"(12)    26 samples (1-26)    priority 31 (base 31)
  26  start_wqthread + 8 (libsystem_pthread.dylib + 7164) [0x18f0d1bfc]
    26  semaphore_wait_trap + 8 (libsystem_kernel.dylib + 2816) [0x18f0a1b00]
`;
